using System.Text;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class GraphClientWireTests : IAsyncDisposable
{
    private readonly GraphRig _rig = new();

    [Fact]
    public async Task Nothing_was_sent_where_nobody_listens()
    {
        var peer = new LoopbackPeer((_, _) => Task.CompletedTask);
        var address = peer.Address;
        await peer.DisposeAsync();

        Assert.IsType<SendOutcome.NotSent>(await _rig.SendAsync(address));
    }

    [Fact]
    public async Task Nothing_was_sent_where_the_name_is_unknown() =>
        Assert.IsType<SendOutcome.NotSent>(await _rig.SendAsync(new Uri("http://graph.invalid/")));

    [Fact]
    public async Task Nothing_was_sent_where_the_secure_connection_fails()
    {
        await using var peer = new LoopbackPeer((socket, cancellationToken) =>
            socket.SendAsync("not TLS at all"u8.ToArray(), cancellationToken).AsTask());
        var secure = new UriBuilder(peer.Address) { Scheme = "https" }.Uri;

        Assert.IsType<SendOutcome.NotSent>(await _rig.SendAsync(secure));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"messages\":[{\"id\"")]
    public async Task A_connection_lost_after_the_request_leaves_it_unknown_and_is_not_repeated(string half)
    {
        await using var peer = new LoopbackPeer(async (socket, cancellationToken) =>
        {
            await LoopbackPeer.ReadRequestAsync(socket, cancellationToken);
            await socket.SendAsync(Encoding.UTF8.GetBytes(half), cancellationToken);
            LoopbackPeer.Reset(socket);
        });

        Assert.IsType<SendOutcome.Unknown>(await _rig.SendAsync(peer.Address));
        Assert.Equal(1, peer.Connections);
    }

    [Fact]
    public async Task A_refusal_whose_body_was_cut_off_is_still_a_refusal()
    {
        await using var peer = new LoopbackPeer(async (socket, cancellationToken) =>
        {
            await LoopbackPeer.ReadRequestAsync(socket, cancellationToken);
            await socket.SendAsync("HTTP/1.1 500 Oops\r\nContent-Length: 500\r\n\r\n<html>"u8.ToArray(), cancellationToken);
            socket.Close();
        });

        var refused = Assert.IsType<SendOutcome.Refused>(await _rig.SendAsync(peer.Address));

        Assert.Equal(500, refused.HttpStatus);
    }

    [Fact]
    public async Task No_answer_within_half_a_minute_leaves_it_unknown()
    {
        var arrived = new TaskCompletionSource();
        await using var peer = Silent(arrived);

        var sending = _rig.SendAsync(peer.Address);
        await arrived.Task;
        _rig.Clock.Advance(GraphClient.Patience);

        Assert.Equal(new SendOutcome.Unknown("timeout"), await sending);
    }

    [Fact]
    public async Task Stopping_while_the_answer_is_awaited_leaves_it_unknown()
    {
        var arrived = new TaskCompletionSource();
        await using var peer = Silent(arrived);
        using var stop = new CancellationTokenSource();

        var sending = _rig.Client(peer.Address).SendAsync(GraphRig.Message, stop.Token);
        await arrived.Task;
        await stop.CancelAsync();

        Assert.Equal(new SendOutcome.Unknown("stopped"), await sending);
    }

    [Fact]
    public async Task Stopping_before_the_call_sends_nothing() =>
        Assert.Equal(
            new SendOutcome.NotSent("stopped"),
            await _rig.Client(GraphRig.Nowhere).SendAsync(GraphRig.Message, new CancellationToken(canceled: true)));

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    private static LoopbackPeer Silent(TaskCompletionSource arrived) => new(async (socket, cancellationToken) =>
    {
        await LoopbackPeer.ReadRequestAsync(socket, cancellationToken);
        arrived.SetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    });
}
