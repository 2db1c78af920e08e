using System.Security.Cryptography;
using System.Text;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>One step of what is done for one subject. Its keys follow from both, so that a step done again is the same step.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Below the base address, without a slash before it.</param>
/// <param name="Subject">The payment or the refund.</param>
/// <param name="Step">Another body needs another name.</param>
/// <param name="Body">Null for a GET.</param>
internal sealed record FlutterwaveCall(HttpMethod Method, string Path, Guid Subject, string Step, object? Body = null)
{
    /// <summary>32 hex digits: the API takes letters and digits only, 12 to 255 of them.</summary>
    public string IdempotencyKey => Key("key");

    public string TraceId => Key("trace");

    public static FlutterwaveCall Post(string path, Guid subject, string step, object body) => new(HttpMethod.Post, path, subject, step, body);

    /// <summary>A question changes nothing, so it may be a new one each time.</summary>
    public static FlutterwaveCall Get(string path) => new(HttpMethod.Get, path, Guid.NewGuid(), "get");

    private string Key(string kind) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Subject:N}|{Step}|{kind}")))[..32];
}
