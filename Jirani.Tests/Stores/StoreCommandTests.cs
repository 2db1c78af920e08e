using System.Security.Cryptography;
using Jirani.Infrastructure.WhatsApp;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Stores;

public sealed class StoreCommandTests(PostgresFixture postgres)
{
    private static readonly string[] _openStore =
        ["open-store", NewShop.Described.Slug, NewShop.Described.Name, "KES", "KE", "Africa/Nairobi", NewShop.Described.OwnerEmail];

    private static readonly string[] _connect = ["connect", NewShop.Described.Slug, NewShop.PhoneNumberId, "+" + NewShop.Number];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shop_opened_and_connected_from_the_command_line_answers_its_first_message()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel, NewShop.Setup);

        var opened = await CommandRun.OfAsync(app, _openStore, Cancel);
        var connected = await CommandRun.OfAsync(app, _connect, Cancel, new() { ["JIRANI_STORE_TOKEN"] = NewShop.Token });

        Assert.True(opened.ExitCode == 0, opened.Error);
        Assert.Contains("shown this once", opened.Output, StringComparison.Ordinal);
        Assert.True(connected.ExitCode == 0, connected.Error);
        Assert.Contains($"{app.Site}webhooks/whatsapp", connected.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(NewShop.Token, connected.Output + connected.Error, StringComparison.Ordinal);
        Assert.NotEmpty(await app.AskAsync(NewShop.Cast, Cast.Otieno, "HELP", Cancel));
    }

    [Fact]
    public async Task A_password_from_standard_input_is_not_repeated_and_a_second_opening_says_the_slug_is_taken()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        var opened = await CommandRun.OfAsync(app, _openStore, Cancel, input: NewShop.Password + "\n");
        var again = await CommandRun.OfAsync(app, _openStore, Cancel, input: NewShop.Password + "\n");

        Assert.True(opened.ExitCode == 0, opened.Error);
        Assert.DoesNotContain(NewShop.Password, opened.Output, StringComparison.Ordinal);
        Assert.Equal((1, "There is a store mama-otieno already: choose another slug."), (again.ExitCode, again.Error.Trim()));
    }

    [Fact]
    public async Task Secrets_from_standard_input_connect_a_store_with_its_own_app()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);

        var connected = await CommandRun.OfAsync(app, _connect, Cancel, input: $"{NewShop.Token}\nan-app-secret-of-its-own\nmango-tree\n");

        Assert.True(connected.ExitCode == 0, connected.Error);
        Assert.Contains("webhooks/whatsapp/mama-otieno", connected.Output, StringComparison.Ordinal);
        Assert.Contains("mango-tree", connected.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_wrapping_key_than_the_apps_connects_nothing_and_says_which_setting_is_wrong()
    {
        await using var app = await NewShop.StartOpenedAsync(postgres, Cancel);
        app.Services.GetRequiredService<ChannelSecrets>().ProtectAccessToken(Guid.NewGuid(), "the ring has a key now");

        var run = await CommandRun.OfAsync(app, _connect, Cancel, new()
        {
            ["JIRANI_STORE_TOKEN"] = NewShop.Token,
            ["DataProtection__WrappingKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("DataProtection:WrappingKey", run.Error, StringComparison.Ordinal);
        Assert.Equal(0L, await NewShop.ChannelsAsync(app, Cancel));
    }

    [Theory]
    [InlineData("open-store", "Usage: open-store")]
    [InlineData("connect", "Usage: connect")]
    public async Task A_command_without_its_words_says_how_it_is_used(string command, string usage)
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        var run = await CommandRun.OfAsync(app, [command], Cancel);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(usage, run.Error, StringComparison.Ordinal);
    }
}
