namespace Jirani.Web.Simulator.Phone;

/// <summary>How far a customer's own message has come.</summary>
public enum Tick
{
    Sending,
    Delivered,
    Read,
    Failed,
}
