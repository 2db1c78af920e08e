namespace Jirani.Web.Components.Layout;

/// <summary>How many conversations wait for a person, as this circuit knows it. The inbox reads that anyway, so where it is open nobody else does.</summary>
public sealed class WaitingCount
{
    public event Action? Changed;

    public int Value { get; private set; }

    /// <summary>Whether a screen that is open tells it with everything it reads.</summary>
    public bool IsTold { get; set; }

    public void Tell(int value)
    {
        if (value != Value)
        {
            Value = value;
            Changed?.Invoke();
        }
    }
}
