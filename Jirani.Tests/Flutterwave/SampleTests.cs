using System.Net;
using System.Text.Json;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Json;

namespace Jirani.Tests.Flutterwave;

public sealed class SampleTests
{
    private const string Charge = "chg_Jrn0Fake01 jir0123456789abcdef0123456789abcdef UGX 45000";

    /// <summary>Sent: a test of the flow compares it with what we send. Unused: a part of the API that nothing here calls.</summary>
    private const string Expected = $$"""
        charge_create_request.json | Sent
        charge_created_pending_push_201.json | {{Charge}} Pending 02 Prompt
        charge_created_pending_redirect_201.json | {{Charge}} Pending 02 Redirect
        charge_get_failed_200.json | {{Charge}} Failed 06 Other
        charge_get_pending_200.json | {{Charge}} Pending 02 Other
        charge_get_succeeded_200.json | {{Charge}} Succeeded 00 Other
        charge_list_by_reference_200.json | {{Charge}} Pending 02 Other
        charge_update_otp_request.json | Unused
        customer_conflict_409.json | 10409
        customer_create_request.json | Sent
        customer_created_201.json | cus_Jrn0Fake01
        customer_search_200.json | cus_Jrn0Fake01
        customer_search_request.json | Sent
        direct_charge_request.json | Unused
        direct_transfer_ugx_request.json | Unused
        error_400_amount_below_minimum.json | 1130400
        error_400_currency_not_supported.json | 10400
        error_400_network_not_supported.json | 1127400
        error_400_redirect_url_invalid.json | 1141400
        error_400_transfer_amount_limit.json | 228400
        error_401_unauthorized.json | 10401
        error_403_forbidden.json | 10403
        error_404_charge_not_found.json | 1110404
        error_404_transfer_not_found.json | 301404
        error_409_charge_reference_exists.json | 1100409
        error_409_transfer_reference_exists.json | 201409
        error_429_rate_limited.json | 10429
        error_500_internal.json | 10500
        mobile_networks_ug_200.json | Unused
        oauth_token_error.json | Token
        oauth_token_success.json | Token SAMPLE_TOKEN_NOT_REAL 600
        payment_method_create_request.json | Sent
        payment_method_created_201.json | pmd_Jrn0Fake01
        refund_create_request.json | Sent
        refund_created.json | rfd_Jrn0Fake01 Pending
        refund_list_200.json | rfd_Jrn0Fake01 Succeeded
        signature_vectors.json | Vectors
        transfer_created.json | Unused
        v3_charge_mobile_money_uganda_request.json | Unused
        v3_charge_mobile_money_uganda_response.json | Unused
        v3_standard_request.json | Sent
        v3_standard_response.json | https://checkout.flutterwave.com/v3/hosted/pay/flwlnk-fake
        v3_verify_successful.json | 285000001 jir0123456789abcdef0123456789abcdef UGX 45000 Succeeded 1350 Other
        v3_webhook_charge_completed_failed.json | sha256 charge.completed 285000001 jir0123456789abcdef0123456789abcdef failed
        v3_webhook_charge_completed_successful.json | sha256 charge.completed 285000001 jir0123456789abcdef0123456789abcdef successful
        webhook_charge_amount_mismatch.json | wbk_JrnFake0006 charge.completed chg_Jrn0Fake01 jir0123456789abcdef0123456789abcdef succeeded
        webhook_charge_completed_failed.json | wbk_JrnFake0003 charge.completed chg_Jrn0Fake01 jir0123456789abcdef0123456789abcdef failed
        webhook_charge_completed_pending.json | wbk_JrnFake0004 charge.completed chg_Jrn0Fake01 jir0123456789abcdef0123456789abcdef pending
        webhook_charge_completed_succeeded.json | wbk_JrnFake0001 charge.completed chg_Jrn0Fake01 jir0123456789abcdef0123456789abcdef succeeded
        webhook_charge_currency_mismatch.json | wbk_JrnFake0007 charge.completed chg_Jrn0Fake01 jir0123456789abcdef0123456789abcdef succeeded
        webhook_refund_completed_succeeded.json | wbk_JrnFake0013 refund.completed chg_Jrn0Fake01 rfd_Jrn0Fake01 succeeded
        webhook_transfer_disburse_failed.json | wbk_JrnFake0011 transfer.disburse trf_Jrn0Fake01 po0123456789abcdef0123456789abcdef FAILED
        webhook_transfer_disburse_successful.json | wbk_JrnFake0010 transfer.disburse trf_Jrn0Fake01 po0123456789abcdef0123456789abcdef SUCCESSFUL
        """;

    public static TheoryData<string, string> Table { get; } = new(Rows());

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Every_sample_is_read_by_the_reader_it_belongs_to(string file, string expected) => Assert.Equal(expected, await DescribeAsync(file));

    [Fact]
    public void No_sample_is_left_out() =>
        Assert.Equal(
            Directory.EnumerateFiles(Samples.Folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Rows().Select(row => row.Item1).Order(StringComparer.Ordinal));

    private static IEnumerable<(string, string)> Rows() =>
        Expected.Split('\n').Select(line => line.Split('|')).Select(parts => (parts[0].Trim(), parts[1].Trim()));

    private static async Task<string> DescribeAsync(string file)
    {
        var answer = await AnswerAsync(file);
        var data = answer.Data.Elements().Cast<JsonElement?>().FirstOrDefault() ?? answer.Data;
        return file switch
        {
            "charge_update_otp_request.json" or "direct_charge_request.json" or "mobile_networks_ug_200.json" or "transfer_created.json" => "Unused",
            _ when file.StartsWith("direct_transfer", StringComparison.Ordinal) || file.StartsWith("v3_charge", StringComparison.Ordinal) => "Unused",
            _ when file.EndsWith("_request.json", StringComparison.Ordinal) => "Sent",
            _ when file.Contains("webhook_", StringComparison.Ordinal) => Event(file),
            _ when file.StartsWith("charge_", StringComparison.Ordinal) || file.StartsWith("v3_verify", StringComparison.Ordinal) => Report(data),
            _ when file.StartsWith("error_", StringComparison.Ordinal) || file == "customer_conflict_409.json" => answer.Code,
            _ when file.StartsWith("oauth_", StringComparison.Ordinal) => $"Token {answer.Root.Text("access_token"u8)} {answer.Root.Text("expires_in"u8)}".TrimEnd(),
            _ when file.StartsWith("refund_", StringComparison.Ordinal) => Refund(data, file == "refund_created.json"),
            "v3_standard_response.json" => NextActions.Link(data.Text("link"u8))!.AbsoluteUri,
            "signature_vectors.json" => "Vectors",
            _ => data.Text("id"u8) ?? "nobody reads it",
        };
    }

    private static async Task<FlutterwaveAnswer> AnswerAsync(string file)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Samples.Bytes(file)) };
        return await FlutterwaveAnswer.ReadAsync(response, TestContext.Current.CancellationToken);
    }

    private static string Event(string file)
    {
        var read = FlutterwaveEvents.Read(Samples.Bytes(file))!;
        return string.Join(' ', new[] { read.EventId.Split(':')[0], read.Kind, read.ChargeId, read.Reference, read.RefundId, read.ProviderStatus }.OfType<string>());
    }

    private static string Report(JsonElement? charge)
    {
        var report = ChargeReports.Read(charge)!;
        var next = NextActions.Read(charge.Find("next_action"u8)).GetType().Name;
        return $"{report.ChargeId} {report.Reference} {report.Currency} {report.Amount} {report.Status} {report.FailureCode ?? $"{report.Fee}"} {next}";
    }

    private static string Refund(JsonElement? refund, bool isFirstAnswer) =>
        RefundReports.Read(refund, isFirstAnswer) is RefundOutcome.Known known ? $"{known.RefundId} {known.Status}" : "nobody reads it";
}
