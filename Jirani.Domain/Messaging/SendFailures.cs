namespace Jirani.Domain.Messaging;

public static class SendFailures
{
    /// <param name="attempt">How many attempts were made, this one included.</param>
    public static SendFailure Classify(Refusal refusal, int attempt) => throw new NotImplementedException($"{refusal}{attempt}");
}
