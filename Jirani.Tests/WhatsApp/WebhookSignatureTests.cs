using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class WebhookSignatureTests
{
    private const string Digest = "0150f286f1ac0b940b16baf497b126857c2773f7d41ff4fe173a191ec3068958";

    private static readonly byte[] _body = Sample.Bytes("msg_text_unicode_escapes.json");
    private static readonly byte[] _secret = "test_app_secret"u8.ToArray();

    [Theory]
    [InlineData($"sha256={Digest}")]
    [InlineData("sha256=0150F286F1AC0B940B16BAF497B126857C2773F7D41FF4FE173A191EC3068958")]
    public void The_bytes_as_sent_are_authentic_whatever_the_case_of_the_digest(string header) =>
        Assert.True(WebhookSignature.IsAuthentic(_body, header, _secret));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData(Digest)]
    [InlineData($"sha1={Digest}")]
    [InlineData($"SHA256={Digest}")]
    [InlineData("sha256=0150f286f1ac0b940b16baf497b126857c2773f7d41ff4fe173a191ec306895")]
    [InlineData($"sha256={Digest}0")]
    [InlineData($"sha256={Digest} ")]
    [InlineData($"sha256= {Digest}")]
    [InlineData("sha256=zz50f286f1ac0b940b16baf497b126857c2773f7d41ff4fe173a191ec3068958")]
    [InlineData("sha256=0250f286f1ac0b940b16baf497b126857c2773f7d41ff4fe173a191ec3068958")]
    [InlineData($"sha256={Digest},sha256={Digest}")]
    [InlineData("sha256=٠150f286f1ac0b940b16baf497b126857c2773f7d41ff4fe173a191ec3068958")]
    public void A_header_that_is_not_this_digest_is_refused(string? header) =>
        Assert.False(WebhookSignature.IsAuthentic(_body, header, _secret));

    [Fact]
    public void The_right_digest_under_another_secret_is_refused() =>
        Assert.False(WebhookSignature.IsAuthentic(_body, $"sha256={Digest}", "another_app_secret"u8));

    [Fact]
    public void An_empty_secret_proves_nothing()
    {
        var digest = System.Security.Cryptography.HMACSHA256.HashData(Array.Empty<byte>(), _body);

        Assert.False(WebhookSignature.IsAuthentic(_body, $"sha256={Convert.ToHexStringLower(digest)}", []));
    }

    [Fact]
    public void A_body_written_anew_from_its_parsed_form_is_refused()
    {
        using var document = System.Text.Json.JsonDocument.Parse(_body);
        var rewritten = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(document);

        Assert.False(WebhookSignature.IsAuthentic(rewritten, $"sha256={Digest}", _secret));
    }
}
