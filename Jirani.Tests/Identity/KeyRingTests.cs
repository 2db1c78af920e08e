using System.Net;
using System.Security.Cryptography;
using System.Xml.Linq;
using Jirani.Infrastructure.Identity;
using Jirani.Tests.Support;

namespace Jirani.Tests.Identity;

public sealed class KeyRingTests(PostgresFixture postgres)
{
    private static readonly XElement _secret = new("key", "the master key");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_wrapped_key_opens_with_its_wrapping_key()
    {
        var key = RandomNumberGenerator.GetBytes(32);

        var wrapped = WrappedKey.Wrap(_secret, key);

        Assert.DoesNotContain("master", wrapped.ToString(), StringComparison.Ordinal);
        Assert.Equal(_secret.ToString(), WrappedKey.Unwrap(wrapped, key).ToString());
    }

    [Fact]
    public void Another_wrapping_key_opens_nothing_and_says_what_to_do()
    {
        var wrapped = WrappedKey.Wrap(_secret, RandomNumberGenerator.GetBytes(32));

        var error = Assert.Throws<CryptographicException>(() => WrappedKey.Unwrap(wrapped, RandomNumberGenerator.GetBytes(32)));

        Assert.Contains("DataProtection:WrappingKey", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ring_in_the_database_holds_no_readable_key()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        (await app.Client.GetAsync("/sign-in", Cancel)).Dispose();

        var rings = await app.Database.ListAsync<string>(Actor.Superuser, "select xml from identity.data_protection_keys", Cancel);

        Assert.All(rings, ring => Assert.Contains("wrappedKey", ring, StringComparison.Ordinal));
        Assert.All(rings, ring => Assert.DoesNotContain("masterKey", ring, StringComparison.Ordinal));
        Assert.NotEmpty(rings);
    }

    [Fact]
    public async Task With_another_wrapping_key_the_app_serves_and_says_so_and_everybody_signs_in_again()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);
        (await app.Client.GetAsync("/sign-in", Cancel)).Dispose();
        var other = new Dictionary<string, string> { ["DataProtection__WrappingKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };

        await using var second = await AppProcess.StartAsync(app.Database, Cancel, settings: other);
        using var form = await second.Client.GetAsync("/sign-in", Cancel);

        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.Contains("wrapped with another key than DataProtection:WrappingKey", second.Output, StringComparison.Ordinal);
    }
}
