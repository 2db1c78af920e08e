namespace Jirani.Domain.Conversations;

/// <summary>Everything that a customer can ask of the dialogue.</summary>
public abstract record CustomerCommand
{
    private CustomerCommand()
    {
    }

    /// <param name="Quantity">Above 0, at most 999, at most three decimals; null when none was written.</param>
    public sealed record Add(string Sku, decimal? Quantity) : CustomerCommand;

    /// <param name="Quantity">Null removes the whole line.</param>
    public sealed record Remove(string Sku, decimal? Quantity) : CustomerCommand;

    public sealed record ShowCart : CustomerCommand;

    public sealed record Checkout : CustomerCommand;

    public sealed record Status : CustomerCommand;

    /// <param name="Reference">An order's number or id in capitals, without the number sign: the key of <see cref="Shopper.Tracked"/>.</param>
    public sealed record Track(string Reference) : CustomerCommand;

    /// <param name="Network">As written; null when none was.</param>
    /// <param name="Number">As written; null when none was.</param>
    public sealed record Pay(string? Network, string? Number) : CustomerCommand;

    /// <summary>The customer says that they paid.</summary>
    public sealed record Paid : CustomerCommand;

    public sealed record Stop : CustomerCommand;

    public sealed record Start : CustomerCommand;

    public sealed record Help : CustomerCommand;

    /// <summary>One of the commands above, but what follows the word cannot be read.</summary>
    /// <param name="Word">ADD, REMOVE or TRACK.</param>
    /// <param name="Sku">The product that was named, as far as one was.</param>
    public sealed record Incomplete(string Word, CommandFault Fault, string? Sku) : CustomerCommand;

    public sealed record Unrecognised : CustomerCommand;
}
