using System.Net;
using Jirani.Tests.Support;

namespace Jirani.Tests.Webhooks;

public sealed class HandshakeLimitTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task Whoever_guesses_tokens_is_stopped_while_messages_still_come_in()
    {
        List<HttpStatusCode> answers = [];
        for (var guess = 0; guess < 70; guess++)
        {
            using var answer = await App.Client.GetAsync($"/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess-{guess}", Cancel);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        await App.SendTextAsync(Cast.MamaNjeri, NewPhone(), "CART", Cancel);
    }
}
