using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Answers as Meta's Graph API would: takes on what Meta takes on, refuses what Meta refuses.</summary>
internal sealed class GraphEmulator(
    IOptions<SimulatorOptions> options, GraphLedger ledger, MessageGate gate, FaultScript faults, AcceptedMessages accepted, FaultyAnswer faulty)
{
    private readonly Dictionary<string, SimulatedStore> _stores = options.Value.AllStores().ToDictionary(store => store.PhoneNumberId);

    public async Task SendAsync(string phoneNumberId, HttpContext context, CancellationToken cancellationToken)
    {
        if (Admit(phoneNumberId, context.Request, out var store) is { } closed)
        {
            await RefuseAsync(context, closed, cancellationToken);
            return;
        }

        using var body = await TryParseAsync(context.Request, cancellationToken);
        if (body is null)
        {
            await RefuseAsync(context, GraphRefusal.Parameter("The body is not a JSON object."), cancellationToken);
        }
        else if (body.RootElement.Text("status") is not null)
        {
            await MarkReadAsync(store, body.RootElement, context, cancellationToken);
        }
        else if (gate.Check(store, body.RootElement, out var recipient) is { } refusal)
        {
            await RefuseAsync(context, refusal, cancellationToken);
        }
        else
        {
            await TakeOnAsync(store, MessageReading.Read(body.RootElement, recipient), context, cancellationToken);
        }
    }

    public Task ShowNumberAsync(string phoneNumberId, HttpContext context, CancellationToken cancellationToken) =>
        Admit(phoneNumberId, context.Request, out var store) is { } refusal
            ? RefuseAsync(context, refusal, cancellationToken)
            : GraphAnswer.NumberAsync(context.Response, store, cancellationToken);

    /// <summary>The simulator's token never expires, as a system user's does not.</summary>
    public Task ShowTokenAsync(string? token, HttpContext context, CancellationToken cancellationToken) => IsKnown(context.Request)
        ? context.Response.WriteAsJsonAsync(new { data = new { is_valid = token == options.Value.AccessToken, expires_at = 0 } }, cancellationToken)
        : RefuseAsync(context, GraphRefusal.InvalidToken, cancellationToken);

    public Task SubscribeAsync(HttpContext context, CancellationToken cancellationToken) => IsKnown(context.Request)
        ? GraphAnswer.SuccessAsync(context.Response, cancellationToken)
        : RefuseAsync(context, GraphRefusal.InvalidToken, cancellationToken);

    private bool IsKnown(HttpRequest request) => request.Headers.Authorization == "Bearer " + options.Value.AccessToken;

    private GraphRefusal? Admit(string phoneNumberId, HttpRequest request, out SimulatedStore store)
    {
        store = _stores.GetValueOrDefault(phoneNumberId, SimulatedStore.Demo[0]);
        if (!IsKnown(request))
        {
            return GraphRefusal.InvalidToken;
        }

        return _stores.ContainsKey(phoneNumberId) ? null : GraphRefusal.UnknownNumber(phoneNumberId);
    }

    private static async Task<JsonDocument?> TryParseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            return body.RootElement.ValueKind == JsonValueKind.Object ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task MarkReadAsync(SimulatedStore store, JsonElement body, HttpContext context, CancellationToken cancellationToken)
    {
        if (ReadReceipt.Check(body, out var messageId) is { } refusal)
        {
            return RefuseAsync(context, refusal, cancellationToken);
        }

        accepted.MarkRead(store, messageId);
        return GraphAnswer.SuccessAsync(context.Response, cancellationToken);
    }

    private Task TakeOnAsync(SimulatedStore store, GraphMessageBody message, HttpContext context, CancellationToken cancellationToken)
    {
        var fault = faults.Next(store.PhoneNumberId);
        if (fault is null)
        {
            return GraphAnswer.AcceptedAsync(context.Response, accepted.Add(store, message, null), cancellationToken);
        }

        var call = fault.Accepts ? accepted.Add(store, message, fault) : null;
        return faulty.PlayAsync(fault, call, context, cancellationToken);
    }

    private Task RefuseAsync(HttpContext context, GraphRefusal refusal, CancellationToken cancellationToken)
    {
        ledger.Refused(refusal.Code);
        return GraphAnswer.RefusedAsync(context.Response, refusal, cancellationToken);
    }
}
