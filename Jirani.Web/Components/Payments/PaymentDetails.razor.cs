using Jirani.Domain.Payments;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Payments;

/// <summary>One payment: what it is, what happened, where its money stands, and what can be done.</summary>
public sealed partial class PaymentDetails
{
    private IReadOnlyList<StoryStep> _steps = [];
    private ReviewChoice? _choice;
    private bool _isRefunding;
    private string _to = "";

    [Parameter, EditorRequired]
    public required PaymentStory Story { get; set; }

    [Parameter, EditorRequired]
    public required string Country { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>What came of the last deed; null while there is nothing to say.</summary>
    [Parameter]
    public string? Told { get; set; }

    /// <summary>Why the last deed was not done.</summary>
    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public EventCallback AskAsked { get; set; }

    [Parameter]
    public EventCallback<ReviewChoice> DecisionAsked { get; set; }

    [Parameter]
    public EventCallback<(decimal Amount, string? Reason)> RefundAsked { get; set; }

    private bool IsDeciding => Story.Payment.Facts.AwaitsDecision && Story.Rights is PaymentRights.Act;

    private bool IsCash => Story.Payment.Provider is PaymentProvider.Cash;

    private decimal Refundable => Story.Payment.Facts.Refundable;

    /// <summary>What is likely first; nobody is led to send money by accident.</summary>
    private ReviewChoice Choice => _choice ?? (Story.ReviewReason?.MayReopen() is true ? ReviewChoice.Reopen : ReviewChoice.Later);

    private string Deed => Choice switch
    {
        ReviewChoice.Reopen => $"Reopen #{Story.Payment.OrderNumber} and tell {Story.Payment.Customer.First}",
        ReviewChoice.GiveBack => $"Give {PaymentWords.Sum(Story.Payment.Amount, Story.Payment.Currency)} back",
        _ => "Decide later",
    };

    protected override void OnParametersSet()
    {
        _steps = PaymentTimeline.Of(Story, Time.Now, Country);
        _to = Story.Payment.PayerPhone is { } digits ? $" to {PaymentWords.Phone(digits, Country)}" : $" to {Story.Payment.Customer.Title}";
    }

    private async Task RefundAsync((decimal Amount, string? Reason) refund)
    {
        await RefundAsked.InvokeAsync(refund);
        _isRefunding = Fault is not null;
    }
}
