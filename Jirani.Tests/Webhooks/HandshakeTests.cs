using System.Net;

namespace Jirani.Tests.Webhooks;

public sealed class HandshakeTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("/mama-njeri")]
    public async Task The_right_token_brings_the_challenge_back(string path)
    {
        using var answer = await AskAsync(path, "verify-mama-njeri", "1158201444");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1158201444", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("", "verify-somebody", "1158201444")]
    [InlineData("", "", "1158201444")]
    [InlineData("", "VERIFY-MAMA-NJERI", "1158201444")]
    [InlineData("/mama-njeri", "verify-nakato-fresh", "1158201444")]
    [InlineData("/no-such-store", "verify-mama-njeri", "1158201444")]
    [InlineData("", "verify-mama-njeri", "")]
    [InlineData("", "verify-mama-njeri", "<script>alert(1)</script>")]
    [InlineData("", "verify-mama-njeri", "1158201444\n")]
    public async Task Anything_else_is_refused_and_says_nothing(string path, string token, string challenge)
    {
        using var answer = await AskAsync(path, token, challenge);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("115820", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/webhooks/whatsapp")]
    [InlineData("/webhooks/whatsapp?hub.mode=subscribe")]
    [InlineData("/webhooks/whatsapp?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=verify-mama-njeri")]
    [InlineData("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=%00")]
    [InlineData("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.challenge=2&hub.verify_token=verify-mama-njeri")]
    public async Task Half_a_question_is_refused(string address)
    {
        using var answer = await App.Client.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(string path, string token, string challenge) => App.Client.GetAsync(
        $"/webhooks/whatsapp{path}?hub.mode=subscribe&hub.challenge={Uri.EscapeDataString(challenge)}&hub.verify_token={Uri.EscapeDataString(token)}", Cancel);
}
