namespace Jirani.Web.Simulator.Phone;

/// <summary>What goes wrong on the way of a customer's message to the product, as long as it is switched on.</summary>
public sealed record MessageFaults
{
    public static MessageFaults None { get; } = new();

    /// <summary>Meta delivers the same webhook again.</summary>
    public bool IsTwice { get; init; }

    /// <summary>The next message overtakes this one.</summary>
    public bool IsOvertaken { get; init; }

    /// <summary>The customer wrote so many minutes before the webhook comes.</summary>
    public int MinutesLate { get; init; }

    /// <summary>Only the user id is said.</summary>
    public bool IsWithoutPhone { get; init; }

    /// <summary>Not signed with the app's secret.</summary>
    public bool IsForged { get; init; }
}
