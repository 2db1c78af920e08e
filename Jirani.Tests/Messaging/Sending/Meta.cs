using System.Net.Http.Json;
using Jirani.Tests.Support;

namespace Jirani.Tests.Messaging.Sending;

/// <summary>The emulated Graph of an app: what it is told to do wrong, and what it accepted.</summary>
internal sealed class Meta(HttpClient http)
{
    /// <param name="store">Whose next messages meet the faults, one each.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="faults">As the simulator reads them.</param>
    public async Task ScriptAsync(StoreCast store, CancellationToken cancellationToken, params object[] faults)
    {
        using var answer = await http.PostAsJsonAsync(
            "/simulator/graph/faults", new { phoneNumberId = store.PhoneNumberId, next = faults }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<TakenLedger> LedgerAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<TakenLedger>("/simulator/graph/ledger", cancellationToken))!;

    /// <returns>What was accepted for one customer of a store, or for all of them, oldest first.</returns>
    public async Task<IReadOnlyList<Taken>> TakenAsync(StoreCast store, CancellationToken cancellationToken, string? to = null)
    {
        var query = $"phone_number_id={store.PhoneNumberId}" + (to is null ? "" : $"&to={to}");
        return (await http.GetFromJsonAsync<TakenLedger>($"/simulator/graph/ledger?{query}", cancellationToken))!.Accepted;
    }

    public Task WaitForAsync(StoreCast store, int count, CancellationToken cancellationToken, string? to = null) =>
        WaitUntil.TrueAsync(
            $"{count} messages of {store} are accepted", async () => (await TakenAsync(store, cancellationToken, to)).Count >= count,
            TimeSpan.FromSeconds(40), cancellationToken);
}
