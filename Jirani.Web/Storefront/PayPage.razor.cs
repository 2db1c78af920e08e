using Jirani.Domain;
using Jirani.Domain.Payments;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Storefront;

/// <summary>The page on which an order is paid: without a circuit, and without a script that it needs.</summary>
public sealed partial class PayPage : ComponentBase
{
    private string _title = "";
    private string _state = "";
    private string _summary = "";
    private string _lead = "";
    private string _foot = "";
    private string? _warning;
    private PhoneNumber? _asked;
    private bool _isFollowed;

    [Parameter, EditorRequired]
    public required PayVisit Visit { get; set; }

    protected override void OnParametersSet()
    {
        var view = Visit.View;
        _title = Visit.ShowsForm ? $"Pay order #{Visit.Order.Number}" : PayWords.Title(view);
        _state = $"{view.Step} {view.Attempt?.Id}".TrimEnd();
        _isFollowed = view.IsMoving && !Visit.ShowsForm;
        _summary = string.Join(", ", Visit.Order.Lines.Select(line => $"{OrderWords.Quantity(line.Quantity)} × {line.Name}"));
        _lead = PayWords.Lead(Visit);
        _asked = PayWords.Asked(Visit);
        _warning = PayWords.Warning(Visit);
        _foot = Foot(view);
    }

    private string Foot(PayView view) => view.Step switch
    {
        _ when Visit.ShowsForm && Visit.HasNoWay => "",
        PayStep.Paid or PayStep.PaidInCash => "You can show this page as your receipt.",
        _ when view.IsMoving && !Visit.ShowsForm => PayWords.Sentences(PayWords.Started(Visit), PayWords.Kept(Visit)),
        _ when view.CanBegin || Visit.ShowsForm => "Your PIN is only ever asked on your own phone, never on this page.",
        _ => "",
    };
}
