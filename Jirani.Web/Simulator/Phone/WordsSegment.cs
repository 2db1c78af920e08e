namespace Jirani.Web.Simulator.Phone;

/// <summary>A piece of a message: plain words, or an address that can be opened.</summary>
public sealed record WordsSegment(string Text, bool IsLink);
