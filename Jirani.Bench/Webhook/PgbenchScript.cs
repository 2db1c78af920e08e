using System.Text.RegularExpressions;
using Jirani.Infrastructure.Messaging;
using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Bench.Webhook;

/// <summary>
/// One ADD as one transaction of the product's own statements, in the product's order, for pgbench: arrays of one row
/// whose values are pgbench's variables, so that the plans are those of the product. pgbench keeps a row by the names of
/// its columns, so those statements whose row is needed are read through names.
/// </summary>
internal static partial class PgbenchScript
{
    private const string Said = $"(array['SUGAR-1KG','MILK-500ML','BREAD-400G','UNGA-2KG','TEA-250G'])[:said % 5 + 1]";
    private const string Number = "array['100000000000001']::text[]";
    private const string Phone = "array[:phone]::text[]";
    private const string NoText = "array[null]::text[]";
    private const string NoUuid = "array[null]::uuid[]";
    private const string NoTime = "array[null]::timestamptz[]";
    private const string Now = "array[now()]::timestamptz[]";
    private const string Store = "array[:store_id]::uuid[]";
    private const string Customer = "array[:customer_id]::uuid[]";
    private const string Session = "'wa:' || :phone";
    private const string Preview = "'Added 1 Sugar 1 kg. It makes KES 1,080.'";

    public static string Write() => $"""
        \set turn :turn + 1
        \set said (:turn % {Crowd.InTurn * Crowd.MessagesEach}) / {Crowd.InTurn}
        \set phone :first_phone + :client_id * 100000 + :turn / {Crowd.InTurn * Crowd.MessagesEach} * {Crowd.InTurn} + :turn % {Crowd.InTurn}
        \set message 1000000 * :client_id + :turn
        \set quantity :said / 5 + 1
        begin;
        {With(IntakeStatements.Welcome, Number, NoUuid, Phone, NoText, "array['Otieno']::text[]", NoText)};
        {Keep()} \gset
        {With(IntakeStatements.Unrouted, Number, NoUuid)};
        {With(AnsweringStatements.Lock, Store, Customer)};
        select r.message_id from (
        {With(AnsweringStatements.Waiting, Store, Customer, "20")}) r(store, customer, message_id) \gset
        {With(AnsweringStatements.Moment, Store, Customer)};
        {With(AnsweringStatements.Carts, Store, Customer)};
        {With(AnsweringStatements.LatestOrders, Store, Customer)};
        {With(AnsweringStatements.Stores, Store)};
        select r.product_id, r.price from (
        {With(AnsweringStatements.Products, Store, $"array[{Said}]::text[]")}) r(store, asked, is_exact, product_id, sku, name, price) \gset
        {With(EffectStatements.OpenCarts, Store, Customer, $"array[{Session}]::text[]")};
        {With(EffectStatements.SetCartLines, Store, Customer, "array[:product_id]::uuid[]", "array[:quantity]::numeric[]", "array[:price]::numeric[]")};
        {With(EffectStatements.Replies, Store, Customer, Phone, "array['reply']::text[]", Reply(), "array[:message_id]::bigint[]")};
        {Summary()};
        {With(EffectStatements.Processed, "array[:message_id]::bigint[]")};
        commit;

        """;

    /// <summary>What changes rows cannot be read through another select: its first column gets a name.</summary>
    private static string Keep() => With(
        IntakeStatements.Keep.Replace("select distinct 'kept',", "select distinct 'kept' as kept,", StringComparison.Ordinal),
        Number, NoUuid, Phone, NoText, Phone, NoText, "array[false]", "array[true]",
        $"array['{Crowd.IdPrefix}.' || :round || '.' || :message]::text[]", $"array[{Payload()}]::text[]", Now);

    private static string Summary() => With(
        EffectStatements.Summaries, Store, Customer, Now, "array['out']::text[]", $"array[{Preview}]::text[]", "array[false]", "array[1]",
        "array[now() + interval '24 hours']::timestamptz[]", NoTime, "array[null]::boolean[]", NoTime, NoTime);

    private static string Payload() => $$$"""
        '{"from": "254712345678", "id": "{{{Crowd.IdPrefix}}}.00.00.000000", "timestamp": "1790000000", "type": "text", "text": {"body": "ADD SUGAR-1KG 1"}}'
        """;

    /// <summary>A colon before a letter would be one of pgbench's variables, in a text too.</summary>
    private static string Reply() =>
        $"array['{GraphMessage.TextPayload("Added 1 Sugar 1 kg. It makes KES 1,080.\nCHECKOUT to order, CART to see all.").Replace(":", ": ", StringComparison.Ordinal)}']::text[]";

    private static string With(string statement, params string[] values) =>
        Place().Replace(statement, place => values[int.Parse(place.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) - 1]);

    [GeneratedRegex(@"\$([0-9]+)")]
    private static partial Regex Place();
}
