using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Live;
using Jirani.Tests.Support;

namespace Jirani.Tests.Database;

/// <summary>Two shops with the same three customers: Otieno waits, Achieng owes, Zuri was not read.</summary>
public abstract class InboxTest(PostgresFixture postgres) : DatabaseTest(postgres)
{
    protected const string Otieno = "254712000111";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var store in new[] { Cast.MamaNjeri, Cast.NakatoFresh })
        {
            await Database.ExecuteAsync(Actor.Superuser, """
                with store as (insert into store_settings (id, user_id, store_slug, name, currency, country) values ($1, $2, $3, $4, $5, 'KE') returning id),
                people as (insert into customers (store_id, phone, name, username)
                    select store.id, p.phone, p.name, p.username from store cross join (values
                        ('254712000111', 'Otieno Ouma', null), ('254722418093', 'Achieng 100%', 'achieng_o'), ('254733999888', 'Zuri', null)) p (phone, name, username)
                    returning store_id, id, name),
                talks as (insert into conversations (store_id, customer_id, last_message_at, unread, needs_person)
                    select store_id, id, now(), case name when 'Zuri' then 2 else 0 end, name = 'Otieno Ouma' from people),
                owed as (insert into orders (id, store_id, order_number, customer_id, session_id, status, total_amount, currency)
                    select gen_random_uuid(), store_id, '1042', id, 'wa:x', 'pending', 570, $5 from people where name = 'Achieng 100%' returning store_id, id)
                insert into order_items (store_id, order_id, name, quantity, unit_price, line_total) select store_id, id, 'Tea', 2, 285, 570 from owed
                """, Cancel, store.Id, store.OwnerId, store.Slug, store.Name, store.Currency);
        }
    }

    protected async Task<IReadOnlyList<ConversationRow>> ListAsync(StoreCast asker, Guid storeId, ConversationFilter filter)
    {
        await using var owners = OwnerDatabase.Create(Database.ConnectionString(Login.Dashboard));
        return await Queries(owners).ListAsync(asker.OwnerId, storeId, filter, 0, 30, Cancel);
    }

    protected static ConversationQueries Queries(OwnerDatabase owners) => new(owners, new SharedReads(new LiveFeed()));
}
