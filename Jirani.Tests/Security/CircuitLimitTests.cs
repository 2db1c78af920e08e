using Jirani.Tests.Identity;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;
using Jirani.Web.Components;

namespace Jirani.Tests.Security;

public sealed class CircuitLimitTests(ServedApp served) : IClassFixture<ServedApp>, IDisposable
{
    private readonly Stack<RawSocket> _sockets = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_screen_too_many_of_an_owner_is_not_opened_and_says_so_until_another_is_closed()
    {
        using var owner = new OwnerClient(served.App);
        (await owner.SignInAsync(Cancel)).Dispose();
        await OpenAllAsync(owner);
        using (var oneTooMany = await OpenAsync(owner))
        {
            await oneTooMany.AssertEndsAsync(Cancel);
        }

        Assert.True(await IsRefusedAsync(owner));
        _sockets.Pop().Dispose();
        await WaitUntil.TrueAsync("there is room again", async () => !await IsRefusedAsync(owner), Cancel);
    }

    [Fact]
    public async Task One_owners_screens_take_no_room_from_another()
    {
        using var njeri = new OwnerClient(served.App);
        using var nakato = new OwnerClient(served.App);
        (await nakato.SignInAsync(Cancel, "nakato@jirani.test")).Dispose();
        (await njeri.SignInAsync(Cancel)).Dispose();

        await OpenAllAsync(nakato);

        Assert.False(await IsRefusedAsync(njeri));
    }

    public void Dispose()
    {
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }
    }

    /// <summary>As many as one owner may.</summary>
    private async Task OpenAllAsync(OwnerClient owner)
    {
        for (var screen = 0; screen < CircuitCount.MostOfACaller; screen++)
        {
            _sockets.Push(await OpenAsync(owner));
        }

        await WaitUntil.TrueAsync("the page says that it is one too many", () => IsRefusedAsync(owner), Cancel);
    }

    private async Task<RawSocket> OpenAsync(OwnerClient owner)
    {
        var socket = await RawSocket.OpenAsync(served.App, "/_blazor", Cancel, string.Join("; ", owner.Cookies));
        await socket.GreetAsync("blazorpack", Cancel);
        return socket;
    }

    private static async Task<bool> IsRefusedAsync(OwnerClient owner) =>
        (await owner.Client.GetStringAsync("/dashboard/whatsapp", Cancel)).Contains("Too many screens are open", StringComparison.Ordinal);
}
