using System.Net.Sockets;
using System.Text;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

public sealed class SlowCallerTests(PostgresFixture postgres)
{
    private const int Callers = 200;

    /// <summary>A request whose headers never end, and one whose body never comes.</summary>
    private static readonly string[] _beginnings =
    [
        "POST /webhooks/whatsapp HTTP/1.1\r\nHost: jirani\r\nX-Slow: ",
        "POST /webhooks/whatsapp HTTP/1.1\r\nHost: jirani\r\nContent-Length: 1000\r\n\r\n{",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hundreds_who_never_finish_hold_up_nobody_and_are_cut_off()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        var callers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(place => BeginAsync(app.Site, _beginnings[place % 2])));

        Assert.NotEmpty(await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel));

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await Task.WhenAll(callers.Select(caller => EndedAsync(caller, patience.Token)));
    }

    private static async Task<TcpClient> BeginAsync(Uri site, string beginning)
    {
        var caller = new TcpClient();
        await caller.ConnectAsync(site.Host, site.Port, Cancel);
        await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning), Cancel);
        return caller;
    }

    /// <summary>Reads whatever is answered until the server closes.</summary>
    private static async Task EndedAsync(TcpClient caller, CancellationToken cancellationToken)
    {
        using (caller)
        {
            try
            {
                await caller.GetStream().CopyToAsync(Stream.Null, cancellationToken);
            }
            catch (IOException)
            {
                // Cut off without a word: that will do as well.
            }
        }
    }
}
