namespace Jirani.Web.Components.Inbox;

/// <summary>An answer to tap while it is being written.</summary>
public sealed class ChoiceForm
{
    public string Title { get; set; } = "";

    public string Description { get; set; } = "";
}
