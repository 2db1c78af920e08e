namespace Jirani.Web.Simulator.Graph;

/// <summary>A call Meta would not accept, with the numbers a client decides by.</summary>
internal sealed record GraphRefusal(int HttpStatus, int Code, string Message)
{
    public int? Subcode { get; init; }

    public string? Details { get; init; }

    public bool IsTransient { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public static GraphRefusal InvalidToken { get; } = new(401, 190, "Invalid OAuth access token - Cannot parse access token");

    public static GraphRefusal PairLimited { get; } = new(429, 131056, "(#131056) (Business Account, Consumer Account) pair rate limit hit")
    {
        Details = "Too many messages from this number to the same person in a short time.",
    };

    public static GraphRefusal NumberLimited { get; } = new(429, 130429, "(#130429) Rate limit hit")
    {
        Details = "The throughput of this number has been reached.",
    };

    public static GraphRefusal WindowClosed { get; } = new(400, 131047, "(#131047) Re-engagement message")
    {
        Details = "More than 24 hours have passed since this person last wrote to this number.",
    };

    public static GraphRefusal Undeliverable { get; } = new(400, 131026, "(#131026) Message undeliverable")
    {
        Details = "The recipient is not a phone number on WhatsApp.",
    };

    public static GraphRefusal ToItself { get; } = new(400, 131021, "(#131021) Recipient cannot be sender");

    public static GraphRefusal UnknownNumber(string id) =>
        new(400, 100, $"Unsupported request. Object with ID '{id}' does not exist, or this token may not see it.") { Subcode = 33 };

    public static GraphRefusal Parameter(string sentence) => new(400, 100, "(#100) " + sentence);

    public static GraphRefusal Required(string name) => Parameter($"The parameter {name} is required.");

    public static GraphRefusal Missing(string details) =>
        new(400, 131008, "(#131008) Required parameter is missing") { Details = details };

    public static GraphRefusal Value(string details) =>
        new(400, 131009, "(#131009) Parameter value is not valid") { Details = details };
}
