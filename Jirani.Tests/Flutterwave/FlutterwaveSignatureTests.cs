using System.Security.Cryptography;
using System.Text;
using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Flutterwave;

public sealed class FlutterwaveSignatureTests
{
    private const string Secret = "test-secret-hash-not-real";
    private const string Digest = "zQ+ThS/x5ytExGZJ59rDvwbUS9XvcaJq3gjEHcrcPa0=";

    private static readonly byte[] _body = Encoding.UTF8.GetBytes(Samples.Json("signature_vectors.json").GetProperty("inline").GetProperty("body_utf8").GetString()!);

    public static TheoryData<string, string> Files { get; } = new(
        from file in Samples.Json("signature_vectors.json").GetProperty("files").EnumerateArray()
        let name = file.GetProperty("file").GetString()!
        where File.Exists(Path.Combine(Samples.Folder, name))
        select (name, file.GetProperty("flutterwave_signature").GetString()!));

    [Fact]
    public void The_bytes_as_sent_are_authentic() => Assert.True(IsAuthentic(SignatureMode.HmacSha256Base64, Digest));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_signed_sample_is_authentic_byte_for_byte(string file, string signature) =>
        Assert.True(IsAuthentic(SignatureMode.HmacSha256Base64, signature, body: Samples.Bytes(file)));

    [Fact]
    public void A_body_written_anew_from_its_parsed_form_is_refused()
    {
        using var document = System.Text.Json.JsonDocument.Parse(_body);
        var rewritten = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(document);

        Assert.False(IsAuthentic(SignatureMode.HmacSha256Base64, Digest, body: rewritten));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Secret)]
    [InlineData("zQ+ThS/x5ytExGZJ59rDvwbUS9XvcaJq3gjEHcrcPb0=")]
    [InlineData("yQ+ThS/x5ytExGZJ59rDvwbUS9XvcaJq3gjEHcrcPa0=")]
    [InlineData("zQ-ThS_x5ytExGZJ59rDvwbUS9XvcaJq3gjEHcrcPa0=")]
    [InlineData("zQ+ThS/x5ytExGZJ59rDvwbUS9XvcaJq3gjEHcrcPa0")]
    [InlineData($"{Digest} ")]
    [InlineData($" {Digest}")]
    [InlineData($"{Digest},{Digest}")]
    [InlineData("cd0f93852ff1e72b44c46649e7dac3bf06d44bd5ef71a26ade08c41dcadc3dad")]
    [InlineData("                                            ")]
    [InlineData("%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%")]
    public void A_header_that_is_not_this_digest_is_refused(string? header) => Assert.False(IsAuthentic(SignatureMode.HmacSha256Base64, header));

    [Fact]
    public void The_hex_of_the_right_digest_is_refused() =>
        Assert.False(IsAuthentic(SignatureMode.HmacSha256Base64, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), _body))));

    [Theory]
    [InlineData(SignatureMode.PlainSecret)]
    [InlineData(SignatureMode.VerifHash)]
    public void The_plain_modes_take_the_secret_and_nothing_else(SignatureMode mode)
    {
        Assert.True(IsAuthentic(mode, Secret));
        foreach (var header in new[] { null, "", Digest, Secret + " ", Secret[..^1], Secret.ToUpperInvariant(), $"{Secret},{Secret}" })
        {
            Assert.False(IsAuthentic(mode, header));
        }
    }

    [Theory]
    [InlineData(SignatureMode.HmacSha256Base64, "flutterwave-signature")]
    [InlineData(SignatureMode.PlainSecret, "flutterwave-signature")]
    [InlineData(SignatureMode.VerifHash, "verif-hash")]
    public void Each_mode_asks_for_its_own_header_and_no_other(SignatureMode mode, string header)
    {
        List<string> asked = [];

        FlutterwaveSignature.IsAuthentic(mode, _body, Ask, Encoding.UTF8.GetBytes(Secret));

        Assert.Equal([header], asked);

        string? Ask(string name)
        {
            asked.Add(name);
            return null;
        }
    }

    [Theory]
    [InlineData(SignatureMode.HmacSha256Base64)]
    [InlineData(SignatureMode.PlainSecret)]
    [InlineData(SignatureMode.VerifHash)]
    public void An_empty_secret_proves_nothing(SignatureMode mode)
    {
        var digest = Convert.ToBase64String(HMACSHA256.HashData(Array.Empty<byte>(), _body));

        Assert.False(IsAuthentic(mode, digest, secret: ""));
        Assert.False(IsAuthentic(mode, "", secret: ""));
    }

    private static bool IsAuthentic(SignatureMode mode, string? header, string secret = Secret, byte[]? body = null) =>
        FlutterwaveSignature.IsAuthentic(mode, body ?? _body, _ => header, Encoding.UTF8.GetBytes(secret));
}
