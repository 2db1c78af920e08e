using Bunit;
using Jirani.Infrastructure.Stores;
using Jirani.Web.Components.Settings;
using Jirani.Web.Components.Shared;

namespace Jirani.Tests.Components;

public sealed class ChannelProofsTests : ScreenTest
{
    [Fact]
    public void Where_nothing_happened_yet_each_proof_says_what_to_do()
    {
        var proofs = Draw(Channel());

        Assert.Equal(4, proofs.FindAll("li").Count);
        Assert.Contains("Check the callback URL", proofs.Markup, StringComparison.Ordinal);
        Assert.Contains("Verify and save", proofs.Markup, StringComparison.Ordinal);
        Assert.Contains("Enter the token", proofs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_works_says_when_it_last_did()
    {
        var proofs = Draw(Channel() with { LastWebhookAt = Noon.AddMinutes(-5), LastDeliveryAt = Noon, HasAccessToken = true, TokenCheckedAt = Noon.AddHours(-2) });

        Assert.Equal(["5m", "now"], proofs.FindAll("time").Select(time => time.TextContent));
        Assert.Contains("Does not expire", proofs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_ends_soon_warns_and_one_that_is_refused_says_why()
    {
        var soon = Draw(Channel() with { HasAccessToken = true, TokenCheckedAt = Noon, TokenExpiresAt = Noon.AddDays(1) });
        var refused = Draw(Channel() with { HasAccessToken = true, TokenCheckedAt = Noon, TokenFault = "Meta does not accept the token: expired." });

        Assert.Contains("Until 13 November 2026", soon.Markup, StringComparison.Ordinal);
        Assert.Contains("goes silent", soon.Markup, StringComparison.Ordinal);
        Assert.Contains("expired", refused.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ChannelProofs> Draw(ChannelView channel) => Render<ChannelProofs>(parameters => parameters
        .Add(view => view.Channel, channel)
        .Add(view => view.Time, new ShopTime(Noon, TimeZoneInfo.Utc)));

    private static ChannelView Channel() => new()
    {
        StoreId = Support.Cast.MamaNjeri.Id,
        Slug = Support.Cast.MamaNjeri.Slug,
        MayWrite = true,
        Number = null,
        PhoneNumberId = null,
        VerifiedAt = null,
        AttentionReason = null,
        PausedUntil = null,
        HasAccessToken = false,
        HasOwnApp = false,
        HasVerifyToken = false,
        LastHandshakeAt = null,
        LastWebhookAt = null,
        LastDeliveryAt = null,
        TokenCheckedAt = null,
        TokenFault = null,
        TokenExpiresAt = null,
        Waiting = 0,
    };
}
