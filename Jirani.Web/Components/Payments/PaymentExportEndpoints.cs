using Jirani.Domain.Payments;
using Jirani.Infrastructure.Payments;
using Jirani.Infrastructure.Stores;
using Jirani.Web.Components.Shared;

namespace Jirani.Web.Components.Payments;

/// <summary>What the screen of payments shows, as files. Each is read under the owner's own login, from a store of theirs.</summary>
internal static class PaymentExportEndpoints
{
    private const string Refusal = "Your role in this store does not see payments.";

    public static void MapPaymentExports(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/dashboard/payments").RequireAuthorization();
        files.MapGet("export.csv", PaymentsAsync);
        files.MapGet("entries.csv", EntriesAsync);
    }

    private static Task<IResult> PaymentsAsync(
        HttpContext context, StoreSheets sheets, PaymentExport export, TimeProvider clock, string? store, string? show, string? q) =>
        sheets.SendAsync(context, store, "payments", Refusal, async (ownerId, shop, zone, body) =>
        {
            using var sheet = new CsvSheet(
                body, "Time", "Order", "Customer", "Phone", "Payer", "Network", "Amount", "Currency", "State", "Why", "Fee", "Refunded", "Receipt", "Reference");
            var now = clock.GetUtcNow();
            return await export.PaymentsAsync(ownerId, shop.Id, PaymentView.Parse(show, q).Filter, row => Write(sheet, row, shop, zone, now), context.RequestAborted);
        });

    private static Task<IResult> EntriesAsync(HttpContext context, StoreSheets sheets, PaymentExport export, string? store) =>
        sheets.SendAsync(context, store, "ledger", Refusal, async (ownerId, shop, zone, body) =>
        {
            using var sheet = new CsvSheet(body, "Time", "Account", "Amount", "Currency", "Provider", "Kind", "Provider id", "Order", "Payment", "Entry");
            return await export.EntriesAsync(ownerId, shop.Id, entry => Write(sheet, entry, zone), context.RequestAborted);
        });

    private static void Write(CsvSheet sheet, PaymentRow row, StoreRow shop, TimeZoneInfo zone, DateTimeOffset now) => sheet
        .Time(row.CreatedAt, zone).Text(row.OrderNumber).Text(row.Customer.Title).Text(row.Customer.Phone).Text(row.PayerPhone)
        .Text(PaymentWords.Network(row, shop.Country)).Number(row.Amount).Text(row.Currency).Text(State(row.Facts.Standing(now)))
        .Text(row.Facts.FailureReason is { } reason ? PaymentStatusChip.Failure(reason) : null)
        .Number(row.Fee).Number(row.Facts.Refunded).Text(row.Receipt).Text(row.Reference).EndLine();

    private static void Write(CsvSheet sheet, BookedEntry entry, TimeZoneInfo zone) => sheet
        .Time(entry.At, zone).Text(entry.Account).Number(entry.Amount).Text(entry.Currency).Text(entry.Provider).Text(entry.Kind)
        .Text(entry.ProviderId).Text(entry.OrderNumber).Text(entry.PaymentId?.ToString()).Text($"{entry.Id}").EndLine();

    private static string State(PaymentStanding standing) => standing switch
    {
        PaymentStanding.Waiting => "waiting",
        PaymentStanding.Unknown => "not known yet",
        PaymentStanding.Paid => "paid",
        PaymentStanding.Failed or PaymentStanding.NoAnswer => "failed",
        PaymentStanding.InReview => "in review",
        PaymentStanding.Returning => "going back",
        PaymentStanding.PartlyRefunded => "partly refunded",
        _ => "refunded",
    };
}
