using System.Security.Cryptography;
using System.Text;

namespace Jirani.Tests.Support;

/// <summary>One row in every table for a store of the cast, so that a wall without a row behind it cannot seem to hold.</summary>
public static class StoreRows
{
    /// <summary>The ids of the rows follow from the store and a word: 'customer', 'product', 'cart', 'order', 'payment', 'account', 'booking'.</summary>
    public static Guid Id(StoreCast store, string word) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(store.Slug + word)).AsSpan(0, 16));

    public static async Task AddStoreAsync(TestDatabase database, StoreCast store, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(Actor.Superuser,
            "insert into store_settings (id, user_id, store_slug, name, currency, country) values ($1, $2, $3, $4, $5, 'KE')",
            cancellationToken, store.Id, store.OwnerId, store.Slug, store.Name, store.Currency);

    public static async Task AddAsync(TestDatabase database, StoreCast store, CancellationToken cancellationToken)
    {
        await AddStoreAsync(database, store, cancellationToken);
        await using var transaction = await database.BeginAsync(Actor.Superuser, cancellationToken);
        foreach (var statement in Statements.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await transaction.ExecuteAsync(Filled(statement, store), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static string Filled(string statement, StoreCast store)
    {
        foreach (var word in new[] { "customer", "product", "cart", "order", "payment", "account", "contra", "booking" })
        {
            statement = statement.Replace($"@{word}", $"'{Id(store, word)}'", StringComparison.Ordinal);
        }

        return statement.Replace("@store", $"'{store.Id}'", StringComparison.Ordinal)
            .Replace("@number", $"'{store.PhoneNumberId}'", StringComparison.Ordinal)
            .Replace("@currency", $"'{store.Currency}'", StringComparison.Ordinal)
            .Replace("@slug", store.Slug, StringComparison.Ordinal)
            .Replace("@phone", $"'{Cast.Otieno}'", StringComparison.Ordinal);
    }

    private const string Statements = """
        insert into business_channel_settings (store_id, wa_phone_number_id, webhook_verify_token, access_token_protected, app_secret_protected)
            values (@store, @number, 'verify-@slug', 'protected-token-of-@slug', 'protected-secret-of-@slug');
        insert into store_invitations (store_id, role, token_digest, created_by) select @store, 'agent', 'digest-of-@slug', user_id from store_settings where id = @store;
        insert into channel_proofs (store_id) values (@store);
        insert into channel_senders (channel_id, store_id, is_held) select id, store_id, true from business_channel_settings where store_id = @store;
        insert into products (id, store_id, sku, name, price, stock_quantity) values (@product, @store, 'SUGAR-1KG', 'Sugar', 180, 10);
        insert into customers (id, store_id, phone, name) values (@customer, @store, @phone, 'Otieno');
        insert into customer_aliases (store_id, alias, customer_id) values (@store, 'KE.1', @customer);
        insert into customer_notes (store_id, customer_id, author_id, text) select @store, @customer, user_id, 'Otieno pays on Fridays' from store_settings where id = @store;
        insert into quick_replies (store_id, code, text) values (@store, 'hours', 'We are open from 8 to 18.');
        insert into conversations (store_id, customer_id, preview) values (@store, @customer, 'ADD SUGAR-1KG');
        insert into customer_channel_opt_in (store_id, customer_id, customer_phone, consent_source) values (@store, @customer, @phone, 'first message');
        insert into messaging_log (store_id, customer_id, customer_phone, message_type, message_payload, status, whatsapp_message_id)
            values (@store, @customer, @phone, 'inbound', '{"text":{"body":"ADD SUGAR-1KG"}}', 'processed', 'wamid.1');
        insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status)
            values (@store, @customer, @phone, 'outbound_text', 'reply', '{"text":{"body":"Added"}}', 'failed');
        insert into messaging_log (store_id, customer_id, customer_phone, message_type, purpose, message_payload, status, retry_of)
            select store_id, customer_id, customer_phone, message_type, purpose, message_payload, 'queued', id
            from messaging_log where store_id = @store and status = 'failed';
        insert into message_status_events (store_id, message_id, status, occurred_at)
            select store_id, id, status, created_at from messaging_log where store_id = @store and status <> 'queued';
        insert into parked_statuses (store_id, whatsapp_message_id, status, occurred_at) values (@store, 'wamid.later', 'read', now());
        insert into cart_sessions (id, store_id, session_id, customer_id) values (@cart, @store, 'wa:' || @phone, @customer);
        insert into cart_items (store_id, cart_id, product_id, quantity, unit_price) values (@store, @cart, @product, 2, 180);
        insert into order_numbers (store_id) values (@store);
        insert into orders (id, store_id, order_number, customer_id, customer_phone, session_id, cart_id, total_amount, currency, status)
            values (@order, @store, '1001', @customer, @phone, 'wa:' || @phone, @cart, 360, @currency, 'processing');
        insert into order_items (store_id, order_id, product_id, sku, name, quantity, unit_price, line_total)
            values (@store, @order, @product, 'SUGAR-1KG', 'Sugar', 2, 180, 360);
        insert into order_events (store_id, order_id, kind, actor) values (@store, @order, 'placed', 'customer');
        insert into deliveries (store_id, order_id) values (@store, @order);
        insert into payment_transactions (id, store_id, order_id, reference, status, amount, currency)
            values (@payment, @store, @order, 'ref-@slug', 'succeeded', 360, @currency);
        insert into payment_refunds (store_id, transaction_id, amount, currency, status, requested_by)
            select @store, @payment, 10, @currency, 'failed', user_id from store_settings where id = @store;
        insert into flutterwave_customers (environment, email, customer_id) values ('@slug.test', 'otieno@@slug.test', 'cus_@slug');
        insert into payment_events (store_id, transaction_id, provider, event_id, source, body)
            values (@store, @payment, 'flutterwave', 'event-@slug', 'webhook', convert_to('{"phone":"' || @phone || '"}', 'UTF8'));
        insert into ledger_accounts (id, store_id, code, currency) values (@account, @store, 'receivable', @currency), (@contra, @store, 'sales', @currency);
        insert into ledger_transactions (id, store_id, provider, kind, provider_id, order_id, payment_id, occurred_at)
            values (@booking, @store, 'flutterwave', 'charge', 'charge-@slug', @order, @payment, now());
        insert into ledger_entries (store_id, transaction_id, account_id, amount, currency)
            values (@store, @booking, @account, 360, @currency), (@store, @booking, @contra, -360, @currency);
        insert into store_balances (store_id, account_id, amount) values (@store, @account, 360), (@store, @contra, -360);
        insert into webhook_quarantine (provider, reason, body) values ('whatsapp', 'no_store', convert_to('{"to":"@slug","from":"' || @phone || '"}', 'UTF8'));
        """;
}
