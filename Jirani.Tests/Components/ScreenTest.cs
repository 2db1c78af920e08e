using Bunit;
using Jirani.Infrastructure.Conversations;
using MudBlazor.Services;

namespace Jirani.Tests.Components;

/// <summary>A component drawn without a browser.</summary>
public abstract class ScreenTest : BunitContext
{
    protected static readonly DateTimeOffset Noon = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    protected ScreenTest()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected static ConversationRow Row(string? name = "Otieno Ouma", string preview = "ADD SUGAR-1KG", int unread = 0, decimal unpaid = 0, decimal cart = 0) => new()
    {
        Id = Support.Given.Id(name ?? "nobody"),
        Customer = new CustomerName(name, null, Support.Cast.Otieno),
        Preview = preview,
        IsFromCustomer = true,
        LastMessageAt = Noon.AddMinutes(-5),
        Unread = unread,
        NeedsPerson = false,
        UnpaidTotal = unpaid,
        CartTotal = cart,
        WindowUntil = Noon.AddHours(20),
        LastStatus = "processed",
    };
}
