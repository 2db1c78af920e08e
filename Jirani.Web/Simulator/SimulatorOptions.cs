namespace Jirani.Web.Simulator;

/// <summary>What the simulator needs to play Meta for the app it lives in.</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>Null follows the environment: on in development, off elsewhere.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Where webhooks are posted; null means <c>/webhooks/whatsapp</c> of the public site.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>Stores known beside the two demo stores.</summary>
    public IList<SimulatedStore> Stores { get; } = [];

    public TimeSpan DeliveredAfter { get; set; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan ReadAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The app secret that signs webhooks; filled from the setting of the product itself.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>The only bearer token the emulated Graph accepts; filled from the setting of the product itself.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>Every store whose number the emulated Graph can see.</summary>
    public IEnumerable<SimulatedStore> AllStores() =>
        SimulatedStore.Demo.Concat(Stores).DistinctBy(store => store.PhoneNumberId);
}
