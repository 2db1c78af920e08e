using Jirani.Domain;
using Jirani.Infrastructure.Flutterwave;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Flutterwave;

public sealed class V4KeyTests(CustomerTable table) : GatewayTest(table)
{
    [Fact]
    public async Task Keys_are_letters_and_digits_and_every_step_has_its_own()
    {
        await StartAsync();

        var keys = Peer.Calls.SelectMany(call => new[] { call.Key, call.Trace }).ToList();
        Assert.All(keys, key => Assert.True(key.Length is >= 12 and <= 255 && key.All(char.IsAsciiLetterOrDigit), key));
        Assert.Equal(6, keys.Distinct().Count());
    }

    [Fact]
    public async Task The_same_attempt_has_the_same_keys_even_in_another_app()
    {
        await StartAsync();
        var first = Peer.CallsOf("POST charges")[0];

        await Services().GetRequiredService<IPaymentGateway>().StartAsync(Request, Cancel);

        var second = Peer.CallsOf("POST charges")[1];
        Assert.Equal((first.Key, first.Trace), (second.Key, second.Trace));
    }

    [Fact]
    public async Task Another_attempt_has_other_keys()
    {
        await StartAsync();
        await StartAsync(Request with { AttemptId = Guid.NewGuid() });

        Assert.All(["POST payment-methods", "POST charges"], (string route) =>
        {
            var calls = Peer.CallsOf(route);
            Assert.Equal(4, calls.SelectMany(call => new[] { call.Key, call.Trace }).Distinct().Count());
        });
    }

    [Fact]
    public async Task The_same_refund_has_the_same_key_and_another_has_another()
    {
        var refund = new RefundRequest(Guid.NewGuid(), "chg_1", new Money(430, new Currency("KES")), IsDuplicate: false);

        await Gateway.RefundAsync(refund, Cancel);
        await Gateway.RefundAsync(refund, Cancel);
        await Gateway.RefundAsync(refund with { RefundId = Guid.NewGuid() }, Cancel);

        var keys = Peer.CallsOf("POST refunds").Select(call => call.Key).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
    }

    [Fact]
    public async Task A_question_carries_no_key_of_a_deed()
    {
        await Gateway.QueryAsync(Reference, "chg_1", Cancel);

        Assert.DoesNotContain("X-Idempotency-Key", Assert.Single(Peer.Calls).Headers.Keys);
    }
}
