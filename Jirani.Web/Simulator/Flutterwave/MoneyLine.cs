using Jirani.Web.Simulator.Phone;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What the phones show of mobile money, and what their owners do with it.</summary>
public sealed class MoneyLine
{
    private readonly ChargeBook _charges;
    private readonly Prompts _prompts;
    private readonly PaymentFaultScript _script;
    private readonly PhoneBook _people;
    private readonly TimeProvider _time;

    internal MoneyLine(ChargeBook charges, Prompts prompts, PaymentFaultScript script, PhoneBook people, TimeProvider time) =>
        (_charges, _prompts, _script, _people, _time) = (charges, prompts, script, people, time);

    /// <summary>What goes wrong, until it is switched off.</summary>
    public PaymentFaults Faults
    {
        get => _script.Standing;
        set => _script.Standing = value;
    }

    public DateTimeOffset Now => _time.GetLocalNow();

    /// <summary>Whose phones ring, by their digits.</summary>
    public IReadOnlySet<string> Ringing => _charges.Waiting.Select(charge => charge.Wallet?.Phone ?? "").ToHashSet();

    public void Watch(Action whenChanged)
    {
        _charges.Changed += whenChanged;
        _script.Changed += whenChanged;
    }

    public void Unwatch(Action whenChanged)
    {
        _charges.Changed -= whenChanged;
        _script.Changed -= whenChanged;
    }

    /// <summary>Those of one customer, and those of phones that no customer here has.</summary>
    public IReadOnlyList<PhonePrompt> PromptsBefore(Customer customer) =>
        [.. _charges.Waiting.Select(PhonePrompt.Of).Where(prompt => prompt.Phone == customer.Phone || _people.Find(prompt.Phone ?? "") is null)];

    /// <summary>What a page of version 3 asks; null for a link that leads nowhere.</summary>
    public HostedPrompt? FindHosted(string id) => _charges.Find(id) is { IsHosted: true } charge ? HostedPrompt.Of(charge) : null;

    public void Decide(PhonePrompt prompt, PromptDecision decision) => _prompts.Decide(prompt.ChargeId, decision);

    /// <summary>Ends when the minute does, so that the clock on the phone can go on.</summary>
    public Task NextMinuteAsync(CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(60 - _time.GetUtcNow().Second), _time, cancellationToken);
}
