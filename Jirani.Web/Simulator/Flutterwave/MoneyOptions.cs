namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What the simulator needs to play Flutterwave and its payers for the app it lives in.</summary>
public sealed class MoneyOptions
{
    public const string Section = "Simulator:Flutterwave";

    /// <summary>Where webhooks are posted; null means <c>/webhooks/flutterwave</c> of the public site.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>Every prompt is approved after so long; null waits for a person. For benches.</summary>
    public TimeSpan? ApproveAfter { get; set; }

    /// <summary>How long after it succeeded a charge says that it is settled.</summary>
    public TimeSpan SettleAfter { get; set; } = TimeSpan.FromSeconds(60);

    public TimeSpan RefundAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The product's own settings, as are the three below.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Version 3 takes it as its secret key.</summary>
    public string ClientSecret { get; set; } = "";

    public string WebhookSecret { get; set; } = "";

    /// <summary><c>HmacSha256Base64</c>, <c>PlainSecret</c> or <c>VerifHash</c>.</summary>
    public string SignatureMode { get; set; } = "";
}
