using System.Security.Cryptography;
using System.Text;
using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

public sealed class ChannelSecretTests(PostgresFixture postgres) : DatabaseTest(postgres)
{
    private static readonly Actor _njeri = Actor.Owner(Cast.MamaNjeri.OwnerId);

    public static TheoryData<string> Secrets => ["webhook_verify_token", "access_token_protected", "app_secret_protected"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreRows.AddAsync(Database, Cast.MamaNjeri, Cancel);
        await StoreRows.AddAsync(Database, Cast.NakatoFresh, Cancel);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task A_secret_is_written_by_its_owner_and_never_read_back(string secret)
    {
        Assert.Equal(1, await Database.ExecuteAsync(_njeri, $"update business_channel_settings set {secret} = 'new'", Cancel));

        foreach (var attempt in new[]
        {
            $"select {secret} from business_channel_settings", "select * from business_channel_settings", "select c from business_channel_settings c",
            $"select 1 from business_channel_settings where {secret} like 'a%'", $"select 1 from business_channel_settings order by {secret}",
            $"update business_channel_settings set {secret} = 'x' returning {secret}", $"update business_channel_settings set settings = to_jsonb({secret})",
            $"update business_channel_settings set channel_identifier = {secret}",
        })
        {
            await Refusal.ExpectAsync(Database, _njeri, attempt, [Refusal.NoPermission], Cancel);
        }
    }

    [Fact]
    public async Task A_verify_token_is_kept_as_a_digest()
    {
        await Database.ExecuteAsync(_njeri, "update business_channel_settings set webhook_verify_token = 'mango-tree'", Cancel);

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("mango-tree")));
        Assert.Equal($"sha256:{digest}", await TokenAsync());
        await Database.ExecuteAsync(Actor.Service, "update business_channel_settings set webhook_verify_token = webhook_verify_token", Cancel);
        Assert.Equal($"sha256:{digest}", await TokenAsync());
    }

    [Fact]
    public async Task No_owner_says_that_their_number_is_proved()
    {
        await Refusal.ExpectAsync(Database, _njeri, "update business_channel_settings set verified_at = now()", [Refusal.NoPermission], Cancel);
        await Refusal.ExpectAsync(Database, _njeri, "insert into business_channel_settings (store_id, verified_at) values ($1, now())",
            [Refusal.NoPermission], Cancel, Cast.MamaNjeri.Id);
    }

    [Fact]
    public async Task A_new_number_must_be_proved_again_and_a_new_token_ends_the_trouble()
    {
        await Database.ExecuteAsync(Actor.Service,
            "update business_channel_settings set verified_at = now(), attention_reason = 'token refused', paused_until = now() where store_id = $1", Cancel, Cast.MamaNjeri.Id);

        await Database.ExecuteAsync(_njeri, "update business_channel_settings set access_token_protected = 'another'", Cancel);
        Assert.True(await OwnIsAsync("verified_at is not null and attention_reason is null and paused_until is null"));
        await Database.ExecuteAsync(_njeri, "update business_channel_settings set wa_phone_number_id = '100000000000009'", Cancel);

        Assert.True(await OwnIsAsync("verified_at is null"));
    }

    [Fact]
    public async Task A_number_that_another_store_proved_may_be_typed_and_not_proved()
    {
        await Database.ExecuteAsync(Actor.Service, "update business_channel_settings set verified_at = now() where store_id = $1", Cancel, Cast.NakatoFresh.Id);

        await Database.ExecuteAsync(_njeri, "update business_channel_settings set wa_phone_number_id = $1", Cancel, Cast.NakatoFresh.PhoneNumberId);

        await Refusal.ExpectAsync(Database, Actor.Service, "update business_channel_settings set verified_at = now() where store_id = $1",
            [Npgsql.PostgresErrorCodes.UniqueViolation], Cancel, Cast.MamaNjeri.Id);
    }

    private Task<string> TokenAsync() => Database.ValueAsync<string>(Actor.Service,
        "select webhook_verify_token from business_channel_settings where store_id = $1", Cancel, Cast.MamaNjeri.Id);

    private Task<bool> OwnIsAsync(string condition) =>
        Database.ValueAsync<bool>(Actor.Service, $"select {condition} from business_channel_settings where store_id = $1", Cancel, Cast.MamaNjeri.Id);
}
