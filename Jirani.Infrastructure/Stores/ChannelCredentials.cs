namespace Jirani.Infrastructure.Stores;

/// <summary>What a store brings to speak for its number. Nothing here is ever printed.</summary>
public sealed class ChannelCredentials
{
    private const int ShortestSecret = 12;
    private const int LongestVerifyToken = 512;

    /// <summary>Of a system user who may use the number.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Of the store's own Meta app; null keeps what there is, and the app that all stores share where there is none.</summary>
    public string? AppSecret { get; init; }

    /// <summary>What Meta says at the handshake; null keeps what there is, and makes one where there is none.</summary>
    public string? VerifyToken { get; init; }

    /// <summary>A sentence on what cannot be right; null where nothing is seen to be wrong.</summary>
    public string? Fault() => this switch
    {
        { AccessToken.Length: 0 } => "The store's access token is missing.",
        { AppSecret.Length: < ShortestSecret } => $"The store's app secret needs {ShortestSecret} characters or more.",
        { VerifyToken.Length: 0 or > LongestVerifyToken } => $"The verify token needs 1 to {LongestVerifyToken} characters.",
        { VerifyToken: not null } when VerifyToken.Any(letter => letter is <= ' ' or > '~') => "The verify token may only hold printable ASCII without spaces.",
        // The table would take it for the digest it keeps instead of the token.
        { VerifyToken: not null } when VerifyToken.StartsWith("sha256:", StringComparison.Ordinal) => "The verify token may not begin with 'sha256:'.",
        _ => null,
    };
}
