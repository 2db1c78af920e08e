namespace Jirani.Infrastructure.Flutterwave;

/// <summary>The identity provider knows no client by these credentials.</summary>
/// <param name="code">Its word for it, such as <c>invalid_client</c>.</param>
internal sealed class TokenRefusedException(string code) : Exception($"Flutterwave gives no token ({code})")
{
    public string Code => code;
}
