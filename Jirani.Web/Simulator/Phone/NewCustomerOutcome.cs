namespace Jirani.Web.Simulator.Phone;

/// <summary>What became of a wish for another customer.</summary>
public abstract record NewCustomerOutcome
{
    private NewCustomerOutcome()
    {
    }

    /// <summary>The new customer, or the one who has this number already.</summary>
    public sealed record Added(Customer Customer) : NewCustomerOutcome;

    /// <param name="Reason">A sentence for the field.</param>
    public sealed record Refused(string Reason) : NewCustomerOutcome;
}
