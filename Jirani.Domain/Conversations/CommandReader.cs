namespace Jirani.Domain.Conversations;

public static class CommandReader
{
    /// <summary>Never throws, whatever was written.</summary>
    public static CustomerCommand Read(string? text) => throw new NotImplementedException(text);
}
