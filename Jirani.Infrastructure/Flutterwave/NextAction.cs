namespace Jirani.Infrastructure.Flutterwave;

/// <summary>What the payer has to do.</summary>
public abstract record NextAction
{
    private NextAction()
    {
    }

    /// <summary>A prompt is on the phone.</summary>
    /// <param name="Note">The provider's own words; null when it said none.</param>
    public sealed record Prompt(string? Note) : NextAction;

    /// <summary>The payer has to open the provider's page.</summary>
    public sealed record Redirect(Uri Url) : NextAction;

    /// <summary>Nothing, or something nobody here can carry out, such as a card's PIN: it stays pending and is followed.</summary>
    /// <param name="Type">The provider's word for it; null when it named none.</param>
    public sealed record Other(string? Type) : NextAction;
}
