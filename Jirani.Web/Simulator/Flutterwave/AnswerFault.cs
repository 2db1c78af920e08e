using System.Text.Json.Serialization;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>How the answer to a charge goes wrong.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerFault>))]
public enum AnswerFault
{
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>No answer for the scripted seconds.</summary>
    [JsonStringEnumMemberName("hang")]
    Hang,

    /// <summary>The connection is cut instead of an answer.</summary>
    [JsonStringEnumMemberName("reset")]
    Reset,

    [JsonStringEnumMemberName("server_error")]
    ServerError,

    /// <summary>429 with Retry-After; the charge is never taken on.</summary>
    [JsonStringEnumMemberName("too_many")]
    TooMany,
}
