using Jirani.Bench.Rig;

namespace Jirani.Bench.Live;

/// <summary>Several shops whose customers all talk with a person, so that what a customer writes stays the last word in the list.</summary>
internal static class Shops
{
    public const int Count = 10;
    public const int TalkersEach = 12;
    private const int CustomersEach = 150;

    /// <summary>A copy of the demo owner under another address: $1.</summary>
    private const string Owner = """
        insert into identity.users
        select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(),
            'user_name', $1, 'normalized_user_name', upper($1), 'email', $1, 'normalized_email', upper($1)))).*
        from identity.users u join store_settings s on s.user_id = u.id where s.store_slug = 'mama-njeri'
        """;

    /// <summary>A copy of the demo store under another name: $1 its slug, $2 its owner's address.</summary>
    private const string Store = """
        insert into store_settings
        select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'store_slug', $1, 'name', 'Shop ' || $1,
            'user_id', (select id from identity.users where email = $2)))).*
        from store_settings s where store_slug = 'mama-njeri'
        """;

    private const string Channel = """
        insert into business_channel_settings (store_id, wa_phone_number_id, verified_at) select id, $2, now() from store_settings where store_slug = $1
        """;

    private const string Customers = """
        insert into customers (store_id, phone, name)
        select s.id, $2 || lpad(n::text, 6, '0'), 'Customer ' || n from store_settings s, generate_series(0, $3 - 1) n where store_slug = $1
        """;

    private const string Conversations = """
        insert into conversations (store_id, customer_id, last_message_at, last_direction, preview, bot_paused_until)
        select s.id, c.id, now() - interval '1 hour', 'in', s.store_slug || '-000000', now() + interval '1 day'
        from customers c join store_settings s on s.id = c.store_id where s.store_slug like 'bench-%'
        """;

    private const string Consents = """
        insert into customer_channel_opt_in (store_id, customer_id, customer_phone, consent_source)
        select store_id, id, phone, 'first_message' from customers on conflict do nothing
        """;

    public static IReadOnlyList<Shop> All { get; } = [.. Enumerable.Range(0, Count).Select(number => new Shop(number))];

    public static async Task OpenAsync(Cluster cluster, CancellationToken cancellationToken)
    {
        foreach (var shop in All)
        {
            await cluster.ExecuteAsync(Owner, cancellationToken, shop.Email);
            await cluster.ExecuteAsync(Store, cancellationToken, shop.Slug, shop.Email);
            await cluster.ExecuteAsync(Channel, cancellationToken, shop.Slug, shop.PhoneNumberId);
            await cluster.ExecuteAsync(Customers, cancellationToken, shop.Slug, shop.Phone(0)[..^6], CustomersEach);
        }

        await cluster.ExecuteAsync(Conversations, cancellationToken);
        await cluster.ExecuteAsync(Consents, cancellationToken);
        await cluster.ExecuteAsync("vacuum analyze", cancellationToken);
    }
}
