namespace Jirani.Domain.Payments;

public static class PaymentProviders
{
    /// <summary>Nobody has to be asked whether the money moved: the shop moves it itself.</summary>
    public static bool IsByHand(this PaymentProvider provider) => provider == PaymentProvider.Cash;
}
