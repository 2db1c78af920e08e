using Jirani.Infrastructure.Flutterwave;

namespace Jirani.Tests.Support;

/// <summary>What a test wants other than usual of its app.</summary>
public sealed record JiraniAppSetup
{
    /// <summary>Null = the system's clock.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Stands between the app and the database; null = nothing does.</summary>
    public WireProxy? Wire { get; init; }

    /// <summary>Takes the place of the provider that the settings name; null = the settings' own.</summary>
    public IPaymentGateway? Gateway { get; init; }

    /// <summary>By their names in the environment, over those of <see cref="AppSettings"/>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
