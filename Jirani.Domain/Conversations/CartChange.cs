namespace Jirani.Domain.Conversations;

/// <summary>What becomes of a change that an owner makes in a customer's cart.</summary>
public abstract record CartChange
{
    private CartChange()
    {
    }

    /// <param name="Told">What the customer is told.</param>
    /// <param name="Effect">What is written.</param>
    public sealed record Made(string Told, Effect Effect) : CartChange;

    /// <param name="Sentence">Why not, for the owner; the cart has not changed.</param>
    public sealed record Refused(string Sentence) : CartChange;
}
