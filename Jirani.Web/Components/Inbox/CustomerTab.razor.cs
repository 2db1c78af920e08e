using System.Globalization;
using Jirani.Infrastructure.Customers;
using Jirani.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Jirani.Web.Components.Inbox;

/// <summary>Who it is, how they came, and what they agreed to.</summary>
public sealed partial class CustomerTab
{
    private string _spent = "";

    [Parameter, EditorRequired]
    public required CustomerDetails Details { get; set; }

    [Parameter, EditorRequired]
    public required string Currency { get; set; }

    [Parameter, EditorRequired]
    public required ShopTime Time { get; set; }

    /// <summary>One of en, sw, lg, fr; null forgets it.</summary>
    [Parameter]
    public EventCallback<string?> LanguageAsked { get; set; }

    [Parameter]
    public EventCallback<string> NameAsked { get; set; }

    protected override void OnParametersSet() => _spent = Details.PaidOrders switch
    {
        0 => "Nothing yet",
        1 => $"{Sum()} in 1 order",
        _ => $"{Sum()} in {Details.PaidOrders} orders",
    };

    private static string Evidence(ConsentStep step) => (step.IsOptedIn, step.Source) switch
    {
        (true, "first_message") => "wrote to the shop first",
        (true, "keyword") => "sent START",
        (false, "keyword") => "sent STOP",
        (_, "merge") => "two records became one",
        (true, var source) => $"opted in ({source})",
        (false, var source) => $"opted out ({source})",
    };

    private Task Speak(ChangeEventArgs chosen) => LanguageAsked.InvokeAsync(chosen.Value is string { Length: > 0 } language ? language : null);

    private Task Rename(ChangeEventArgs typed) => NameAsked.InvokeAsync(typed.Value as string ?? "");

    private string Sum() => $"{Currency} {Details.Spent.ToString("#,##0.##", CultureInfo.InvariantCulture)}";
}
