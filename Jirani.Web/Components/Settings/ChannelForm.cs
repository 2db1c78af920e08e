namespace Jirani.Web.Components.Settings;

/// <summary>What an owner enters to connect a number. Secrets go one way: they are never filled in from what is stored.</summary>
public sealed class ChannelForm
{
    public string PhoneNumberId { get; set; } = "";

    /// <summary>As people write it, with its country code.</summary>
    public string Number { get; set; } = "";

    /// <summary>The number without what people put between its digits.</summary>
    public string PlainNumber => string.Concat(Number.Where(letter => letter is not (' ' or '-' or '.' or '(' or ')' or '\u00A0')));

    /// <summary>Empty keeps the one there is.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>Of the store's own Meta app; empty keeps what there is.</summary>
    public string AppSecret { get; set; } = "";
}
