namespace Jirani.Domain;

/// <summary>An ISO 4217 code in capitals, such as KES.</summary>
public readonly record struct Currency(string Code)
{
    /// <summary>How many decimals an amount of this currency may have.</summary>
    public int Decimals => Code is "UGX" or "RWF" or "BIF" ? 0 : 2;

    /// <summary>Rounds half away from zero to what can be paid.</summary>
    public decimal Round(decimal amount) => Math.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    public override string ToString() => Code;
}
