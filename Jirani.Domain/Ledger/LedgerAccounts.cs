namespace Jirani.Domain.Ledger;

/// <summary>The accounts of a store's books, each once for a currency. A debit is positive.</summary>
public static class LedgerAccounts
{
    /// <summary>What the provider holds for the shop and has not paid out.</summary>
    public const string Unsettled = "flutterwave_unsettled";

    /// <summary>What the provider has paid out to the shop's account with it.</summary>
    public const string Available = "flutterwave_available";

    /// <summary>What the provider keeps.</summary>
    public const string Fees = "fees";

    /// <summary>What customers paid for orders, less what went back.</summary>
    public const string Sales = "sales";

    /// <summary>Money about which a person has to decide.</summary>
    public const string Suspense = "suspense";

    /// <summary>What the shop took in by hand.</summary>
    public const string Cash = "cash";
}
