namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What goes wrong with a charge, its answer and its webhooks.</summary>
public sealed record PaymentFaults
{
    public static PaymentFaults None { get; } = new();

    /// <summary>The webhook comes twice, with the same id.</summary>
    public bool IsTwice { get; init; }

    public bool IsNever { get; init; }

    /// <summary>The payer approves at once, and the webhook has arrived before the charge is answered.</summary>
    public bool IsBeforeAnswer { get; init; }

    /// <summary>After the success a late <c>pending</c> and a <c>failed</c> for the same charge.</summary>
    public bool IsOutOfOrder { get; init; }

    /// <summary>When the payer has approved, Flutterwave says one unit less.</summary>
    public bool IsWrongAmount { get; init; }

    public bool IsWrongCurrency { get; init; }

    /// <summary>Every call is answered with 503. Only as a switch, not for one charge.</summary>
    public bool IsDown { get; init; }

    public int SecondsLate { get; init; }

    /// <summary>Refunds of the charge end as failed.</summary>
    public bool IsRefundFailing { get; init; }

    public AnswerFault Answer { get; init; }

    /// <summary>Whether the charge was taken on although its answer went wrong.</summary>
    public bool IsAccepted { get; init; } = true;

    /// <summary>How long a hang lasts.</summary>
    public double Seconds { get; init; } = 120;

    /// <summary>Seconds for the <c>Retry-After</c> header of a 429.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>How many charges in a row meet these faults.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The charge comes into being.</summary>
    internal bool TakesOn => Answer switch
    {
        AnswerFault.None => true,
        AnswerFault.TooMany => false,
        _ => IsAccepted,
    };

    /// <summary>How many of the panel's switches are on.</summary>
    internal int Count => new[] { IsTwice, IsNever, IsBeforeAnswer, IsOutOfOrder, IsWrongAmount, IsWrongCurrency, IsDown, SecondsLate > 0 }.Count(isOn => isOn);
}
