using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jirani.Tests.Simulator;

/// <summary>A shop that speaks to the emulated Flutterwave over HTTP, with Otieno's wallet at hand.</summary>
internal sealed class MoneyHost : IAsyncDisposable
{
    private readonly SimulatorHost _host;

    private MoneyHost(SimulatorHost host)
    {
        _host = host;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Http.BaseAddress!, "../flutterwave/") };
    }

    public HttpClient Http { get; }

    public WebhookReceiver Receiver => _host.Receiver;

    public IServiceProvider Services => _host.Services;

    /// <summary>A token, a customer and a wallet are there already.</summary>
    public string Customer { get; private set; } = "";

    public string Wallet { get; private set; } = "";

    public static Task<MoneyHost> StartAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings) =>
        StartAsync(TimeProvider.System, cancellationToken, settings);

    public static async Task<MoneyHost> StartAsync(
        TimeProvider time, CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var money = new MoneyHost(await SimulatorHost.StartAsync(time, cancellationToken, settings));
        await money.SignInAsync(cancellationToken);
        money.Customer = await money.MadeAsync("customers", new { email = "otieno@shop.example" }, cancellationToken);
        money.Wallet = await money.WalletAsync("254", "MPESA", "733905117", cancellationToken);
        return money;
    }

    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        using var answer = await TokenAsync("simulator-client", "simulator-client-secret", "client_credentials", cancellationToken);
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
    }

    public Task<HttpResponseMessage> TokenAsync(string id, string secret, string grant, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string> { ["client_id"] = id, ["client_secret"] = secret, ["grant_type"] = grant };
        return Http.PostAsync(new Uri("token", UriKind.Relative), new FormUrlEncodedContent(form), cancellationToken);
    }

    public Task<string> WalletAsync(string code, string network, string number, CancellationToken cancellationToken) =>
        MadeAsync("payment-methods", new { type = "mobile_money", mobile_money = new { country_code = code, network, phone_number = number } }, cancellationToken);

    /// <summary>The body of a charge that is taken on, to be spoilt by a test.</summary>
    public Dictionary<string, object> Charge(string? reference = null) => new()
    {
        ["amount"] = 430,
        ["currency"] = "KES",
        ["reference"] = reference ?? "jir" + Guid.NewGuid().ToString("N"),
        ["customer_id"] = Customer,
        ["payment_method_id"] = Wallet,
        ["meta"] = new { payment_transaction_id = Guid.Empty, store = "Mama Njeri", order = "1043" },
    };

    /// <param name="body">Of the charge.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="key">Null makes one.</param>
    public Task<HttpResponseMessage> ChargeAsync(object body, CancellationToken cancellationToken, string? key = null) =>
        PostAsync("charges", body, cancellationToken, key ?? Guid.NewGuid().ToString("N"));

    /// <summary>Charges Otieno, and tells the charge's id and reference.</summary>
    public async Task<(string Id, string Reference)> ChargedAsync(CancellationToken cancellationToken)
    {
        var body = Charge();
        using var answer = await ChargeAsync(body, cancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return ((await ReadAsync(answer, cancellationToken)).GetProperty("data").GetProperty("id").GetString()!, (string)body["reference"]);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, object body, CancellationToken cancellationToken, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("X-Idempotency-Key", key);
            request.Headers.Add("X-Trace-Id", "trace" + key);
        }

        return await Http.SendAsync(request, cancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    public async Task<JsonElement> FetchAsync(string chargeId, CancellationToken cancellationToken) =>
        (await GetAsync($"charges/{chargeId}", cancellationToken)).GetProperty("data");

    public async Task DecideAsync(string reference, string decision, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync("_control/decisions", new { reference, decision }, cancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async Task ScriptAsync(CancellationToken cancellationToken, params object[] next)
    {
        using var answer = await PostAsync("_control/faults", new { next }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);

    public static async Task<(int Status, string? Code)> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        ((int)answer.StatusCode, (await ReadAsync(answer, cancellationToken)).GetProperty("error").GetProperty("code").GetString());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
    }

    private async Task<string> MadeAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync(path, body, cancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await ReadAsync(answer, cancellationToken)).GetProperty("data").GetProperty("id").GetString()!;
    }
}
