using System.Text.Json;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>An answer as Flutterwave writes it: version 4, unless said otherwise.</summary>
/// <param name="Code">Of a refusal, for the ledger; null where the call went well.</param>
internal sealed record FlutterwaveReply(int Status, byte[] Body, string? Code = null)
{
    /// <summary>How the answer itself goes wrong; null where it does not.</summary>
    public PaymentFaults? Fault { get; init; }

    /// <summary>The charge that this call brought about.</summary>
    public Charge? Charge { get; init; }

    public static FlutterwaveReply Plain(int status, object body, string? code = null) => new(status, JsonSerializer.SerializeToUtf8Bytes(body), code);

    public static FlutterwaveReply Success(int status, string message, object data) => Plain(status, new { status = "success", message, data });

    public static FlutterwaveReply Listed(string message, IReadOnlyList<object> data) => Plain(200, new
    {
        status = "success",
        message,
        data,
        meta = new { page_info = new { total = data.Count, current_page = 1, total_pages = 1 } },
    });

    public static FlutterwaveReply Refused(FlutterwaveRefusal refusal)
    {
        var fault = new { field_name = refusal.Field, message = refusal.Sentence };
        object[] errors = refusal.Field is null ? [] : [fault];

        // The official sample of a 401 has no list of what is wrong.
        object error = refusal.HttpStatus == 401
            ? new { type = refusal.Type, code = refusal.Code, message = refusal.Message }
            : new { type = refusal.Type, code = refusal.Code, message = refusal.Message, validation_errors = errors };
        return Plain(refusal.HttpStatus, new { status = "failed", error }, refusal.Code);
    }

    /// <summary>Version 3.</summary>
    public static FlutterwaveReply RefusedV3(int status, string message) =>
        Plain(status, new { status = "error", message, data = (object?)null }, $"v3 {status}");
}
