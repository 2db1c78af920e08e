namespace Jirani.Infrastructure.Flutterwave;

public enum FlutterwaveVersion
{
    /// <summary>Prompts on the phone, begun by us.</summary>
    V4,

    /// <summary>The hosted checkout, where v4 is not to be had.</summary>
    V3,
}
