namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Something the emulated Flutterwave will do by itself.</summary>
internal abstract record MoneyTask
{
    private MoneyTask()
    {
    }

    /// <summary>Tell the product.</summary>
    /// <param name="Attempt">How often it was told in vain.</param>
    public sealed record Tell(byte[] Body, int Attempt = 0) : MoneyTask;

    /// <summary>Approve a prompt that nobody else has answered.</summary>
    public sealed record Approve(string ChargeId) : MoneyTask;
}
