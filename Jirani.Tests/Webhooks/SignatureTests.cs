using System.Net;
using System.Security.Cryptography;
using System.Text;
using Jirani.Infrastructure.WhatsApp;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Webhooks;

public sealed class SignatureTests(SignatureTests.TwoSecrets served) : AppTest(served.App), IClassFixture<SignatureTests.TwoSecrets>
{
    private const string Previous = "the-secret-before-this-one";
    private const string Own = "a-secret-of-nakatos-own-app";

    public static TheoryData<string> Forgeries =>
    [
        "", "sha256=", $"sha256={new string('0', 63)}", $"sha256={new string('0', 64)}", $"sha256={new string('0', 65)}",
        $"sha256={new string('g', 64)}", $"sha1={new string('0', 40)}", "no scheme at all",
    ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_signature_stores_nothing(string signature)
    {
        var phone = NewPhone();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Text(phone), signature));
        Assert.Equal(0, await RowsOfAsync(phone));
    }

    [Fact]
    public async Task The_right_digest_of_a_wrong_secret_stores_nothing()
    {
        var body = Text(NewPhone());

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(body, SignedMessage.Signature(body, "another-app-secret")));
    }

    [Fact]
    public async Task A_missing_signature_a_second_one_and_the_old_scheme_alone_are_refused()
    {
        var body = Text(NewPhone());
        using var missing = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new ByteArrayContent(body) };
        using var twice = SignedMessage.Post(body);
        twice.Headers.TryAddWithoutValidation("X-Hub-Signature-256", SignedMessage.Signature(body));
        using var old = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new ByteArrayContent(body) };
        old.Headers.TryAddWithoutValidation("X-Hub-Signature", Sha1(body));

        foreach (var request in new[] { missing, twice, old })
        {
            using var answer = await App.Client.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Hex_in_capitals_is_fine()
    {
        var body = Text(NewPhone());

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body, $"sha256={SignedMessage.Signature(body)[7..].ToUpperInvariant()}"));
    }

    [Fact]
    public async Task While_the_secret_is_replaced_the_previous_one_is_good_too()
    {
        var body = Text(NewPhone());

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body, SignedMessage.Signature(body, Previous)));
    }

    [Fact]
    public async Task The_same_json_in_other_bytes_is_another_body()
    {
        var phone = NewPhone();
        var body = Encoding.UTF8.GetString(Text(phone, "Café"));
        var signature = SignedMessage.Signature(Encoding.UTF8.GetBytes(body));

        foreach (var same in new[] { body.Replace("\\u00E9", "é", StringComparison.Ordinal), body.Replace(":", ": ", StringComparison.Ordinal), $"{body}\n" })
        {
            Assert.NotEqual(body, same);
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Encoding.UTF8.GetBytes(same), signature));
        }

        Assert.Equal(0, await RowsOfAsync(phone));
    }

    [Fact]
    public async Task Escapes_as_meta_writes_them_are_signed_as_they_are()
    {
        var phone = NewPhone();
        var body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Text(phone, "PLACEHOLDER")).Replace("PLACEHOLDER", """a\/b \ud83d\ude00""", StringComparison.Ordinal));

        await AcceptedAsync(body);

        Assert.Equal("a/b 😀", await ValueAsync<string>("select message_payload #>> '{text,body}' from messaging_log where customer_phone = $1 and message_type = 'inbound'", phone));
    }

    [Fact]
    public async Task The_address_of_a_store_with_its_own_app_takes_its_own_secret_only()
    {
        var secrets = App.Services.GetRequiredService<ChannelSecrets>();
        var nakato = await ValueAsync<Guid>("select id from store_settings where store_slug = 'nakato-fresh'");
        await ExecuteAsync("update business_channel_settings set app_secret_protected = $2 where store_id = $1", nakato, secrets.ProtectAppSecret(nakato, Own));
        var (own, common) = (Text(NewPhone(), store: Cast.NakatoFresh), Text(NewPhone(), store: Cast.NakatoFresh));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(own, SignedMessage.Signature(own, Own), "/nakato-fresh"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(common, SignedMessage.Signature(common), "/nakato-fresh"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(common, SignedMessage.Signature(common, Own), "/mama-njeri"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(common, SignedMessage.Signature(common, Own)));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(common, SignedMessage.Signature(common), "/no-such-store"));
    }

    [Fact]
    public async Task A_secret_that_no_key_opens_any_more_proves_nothing_and_the_sender_comes_again()
    {
        var mama = await ValueAsync<Guid>("select id from store_settings where store_slug = 'mama-njeri'");
        var body = Text(NewPhone());
        await ExecuteAsync("update business_channel_settings set app_secret_protected = 'of-a-key-ring-that-is-gone' where store_id = $1", mama);

        var answer = await PostAsync(body, SignedMessage.Signature(body), "/mama-njeri");
        await ExecuteAsync("update business_channel_settings set app_secret_protected = null where store_id = $1", mama);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
    }

    [Fact]
    public async Task At_the_address_of_one_store_a_message_for_another_is_set_aside()
    {
        var phone = NewPhone();
        var body = Text(phone, store: Cast.NakatoFresh);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body, SignedMessage.Signature(body), "/mama-njeri"));

        Assert.Equal(0, await RowsOfAsync(phone));
        Assert.Equal(1, await ValueAsync<long>(
            "select count(*) from webhook_quarantine where reason = $1 and position($2 in convert_from(body, 'UTF8')) > 0", $"unknown_number:{Cast.NakatoFresh.PhoneNumberId}", phone));
    }

    private static byte[] Text(string phone, string text = "CART", StoreCast? store = null) =>
        SignedMessage.Text((store ?? Store).PhoneNumberId, phone, text);

#pragma warning disable CA5350 // Meta still sends the old digest beside the new one; it must count for nothing.
    private static string Sha1(byte[] body) => $"sha1={Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(AppSettings.AppSecret), body))}";
#pragma warning restore CA5350

    private async Task<HttpStatusCode> PostAsync(byte[] body, string signature, string path = "")
    {
        using var request = SignedMessage.Post(body, $"/webhooks/whatsapp{path}", signature);
        using var answer = await App.Client.SendAsync(request, Cancel);
        Assert.Empty(answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(Cancel) : "");
        return answer.StatusCode;
    }

    private Task<long> RowsOfAsync(string phone) => ValueAsync<long>(
        "select (select count(*) from customers where phone = $1) + (select count(*) from messaging_log where customer_phone = $1)", phone);

    public sealed class TwoSecrets(PostgresFixture postgres) : ServedApp(postgres)
    {
        protected override JiraniAppSetup Setup => new()
        {
            Settings = new Dictionary<string, string> { ["WhatsApp__AccessToken"] = "", ["WhatsApp__PreviousAppSecret"] = Previous },
        };
    }
}
