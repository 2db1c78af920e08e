namespace Jirani.Tests.Simulator;

/// <summary>A body and what Graph says to it.</summary>
/// <param name="Code">Meta's code; null where the message is accepted.</param>
public sealed record GraphCase(string Name, string Body, int? Code)
{
    public override string ToString() => Name;

    /// <summary>A message of one type to Otieno; <paramref name="content"/> is the JSON of its own object.</summary>
    public static GraphCase Of(string name, string type, string content, int? code = null) =>
        new(name, $$$"""{"messaging_product":"whatsapp","to":"254733905117","type":"{{{type}}}","{{{type}}}":{{{content}}}}""", code);

    /// <summary>A text to whomever <paramref name="address"/> names.</summary>
    public static GraphCase To(string name, string address, int? code = null) =>
        new(name, $$$"""{"messaging_product":"whatsapp",{{{address}}},"type":"text","text":{"body":"Karibu"}}""", code);

    public static GraphCase Interactive(string name, string type, string body, string action, int? code = null) =>
        Of(name, "interactive", $$$"""{"type":"{{{type}}}","body":{"text":"{{{body}}}"},"action":{{{action}}}}""", code);
}
