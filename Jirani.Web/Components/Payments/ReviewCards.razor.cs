using System.Globalization;
using Jirani.Domain.Payments;
using Jirani.Infrastructure.Payments;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Payments;

/// <summary>The ways out of a review, each with what it means.</summary>
public sealed partial class ReviewCards
{
    private const int MostLines = 3;

    private bool _mayReopen;
    private string _stock = "";
    private string _back = "";
    private string _name = "";

    [Parameter, EditorRequired]
    public required PaymentStory Story { get; set; }

    [Parameter, EditorRequired]
    public required string Country { get; set; }

    [Parameter, EditorRequired]
    public required ReviewChoice Choice { get; set; }

    [Parameter]
    public EventCallback<ReviewChoice> ChoiceAsked { get; set; }

    protected override void OnParametersSet()
    {
        var payment = Story.Payment;
        _mayReopen = Story.ReviewReason?.MayReopen() is true;
        _name = payment.Customer.First;
        var to = payment.PayerPhone is { } digits ? $" to {PaymentWords.Phone(digits, Country)}" : "";
        var by = PaymentWords.Network(payment, Country) is { } network ? $" by {network}" : "";
        _back = $"{PaymentWords.Sum(payment.Amount, payment.Currency)}{to}{by}.";
        _stock = string.Join(' ', Story.Lines.Take(MostLines).Select(Stock)) + (Story.Lines.Count > MostLines ? $" And {Story.Lines.Count - MostLines} more." : "");
    }

    private static string Stock(OrderedLine line) => line.Stock switch
    {
        null => $"{Figure(line.Quantity)} × {line.Name}.",
        var stock when stock >= line.Quantity => $"{Figure(line.Quantity)} × {line.Name} is still in stock ({Figure(stock.Value)}).",
        var stock => $"{Figure(line.Quantity)} × {line.Name} is needed, and there is {Figure(stock.Value)}.",
    };

    private static string Figure(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
