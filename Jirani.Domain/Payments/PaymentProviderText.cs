using System.Diagnostics;

namespace Jirani.Domain.Payments;

/// <summary>The words that stand in the database.</summary>
public static class PaymentProviderText
{
    public static string ToText(this PaymentProvider provider) => provider switch
    {
        PaymentProvider.Flutterwave => "flutterwave",
        PaymentProvider.Cash => "cash",
        _ => throw new UnreachableException(),
    };

    public static PaymentProvider Parse(string text) => text switch
    {
        "flutterwave" => PaymentProvider.Flutterwave,
        "cash" => PaymentProvider.Cash,
        _ => throw new FormatException("Not a provider of payments."),
    };
}
