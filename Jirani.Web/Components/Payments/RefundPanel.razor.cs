using System.Globalization;
using Jirani.Domain;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Payments;

/// <summary>Giving money back: how much and why, then once more whether.</summary>
public sealed partial class RefundPanel
{
    private readonly RefundForm _form = new();
    private Dictionary<string, string> _faults = [];
    private decimal? _sure;

    /// <summary>How much there is to give back.</summary>
    [Parameter, EditorRequired]
    public required decimal Most { get; set; }

    [Parameter, EditorRequired]
    public required string Currency { get; set; }

    /// <summary>Whom it goes to, with a space before; empty where it is not known.</summary>
    [Parameter]
    public string To { get; set; } = "";

    [Parameter]
    public bool IsCash { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter]
    public EventCallback<(decimal Amount, string? Reason)> RefundAsked { get; set; }

    [Parameter]
    public EventCallback CloseAsked { get; set; }

    protected override void OnInitialized() => _form.Amount = Most.ToString("0.##", CultureInfo.InvariantCulture);

    private async Task CheckAsync()
    {
        var checks = await new RefundFormValidator(Most, new Currency(Currency)).ValidateAsync(_form);
        _faults = checks.Errors.GroupBy(fault => fault.PropertyName).ToDictionary(faults => faults.Key, faults => faults.First().ErrorMessage);
        _sure = checks.IsValid ? _form.Value : null;
    }

    private Task SendAsync() =>
        _sure is { } amount ? RefundAsked.InvokeAsync((amount, string.IsNullOrWhiteSpace(_form.Reason) ? null : _form.Reason.Trim())) : Task.CompletedTask;

    private string? FaultOf(string field) => _faults.GetValueOrDefault(field);

    private string? IsWrong(string field) => _faults.ContainsKey(field) ? "true" : null;
}
