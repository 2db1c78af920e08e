using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Messaging;

/// <summary>What the dialogue must know of a store that is the same for every store of the installation.</summary>
public sealed class StoreSurroundings(IOptions<PublicSiteOptions> site, IPaymentGateway gateway)
{
    public Uri Site => site.Value.Url;

    public bool PaysOnProvidersPage => gateway.AsksThePayer;
}
