using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using static Jirani.Infrastructure.Database.BatchCommands;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>The provider's customers that are known already: the second order of one would meet a conflict otherwise.</summary>
public sealed class FlutterwaveCustomers(ServiceDatabase database, IOptions<FlutterwaveOptions> options, IOptions<PublicSiteOptions> site)
{
    private const string Find = "select customer_id from flutterwave_customers where environment = $1 and email = $2";

    private const string Keep = """
        insert into flutterwave_customers (environment, email, customer_id) values ($1, $2, $3)
        on conflict (environment, email) do update set customer_id = excluded.customer_id
        """;

    /// <summary>Of nobody: names under it are never given out (RFC 2606).</summary>
    private const string NoDomain = "customers.invalid";

    private string Environment => options.Value.BaseUrl.Authority;

    /// <summary>The customer's own address, or one that stands for them, always the same.</summary>
    internal string Email(ChargeRequest request) => request.Email is { Length: > 0 } email ? email.ToLowerInvariant() : $"customer-{request.CustomerId:N}@{Domain()}";

    /// <summary>Null for one that is not known yet.</summary>
    internal async Task<string?> FindAsync(string email, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Find, Value(Environment), Value(email));
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    internal async Task KeepAsync(string email, string customerId, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Keep, Value(Environment), Value(email), Value(customerId));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string Domain() => options.Value.CustomerEmailDomain is { Length: > 0 } domain ? domain
        : site.Value.Url is { HostNameType: UriHostNameType.Dns, Host: var host } && host.Contains('.', StringComparison.Ordinal) ? host
        : NoDomain;
}
