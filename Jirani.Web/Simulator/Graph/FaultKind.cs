using System.Text.Json.Serialization;

namespace Jirani.Web.Simulator.Graph;

/// <summary>How one call goes wrong.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>An error body with the scripted status and code.</summary>
    [JsonStringEnumMemberName("error")]
    Error,

    /// <summary>No answer for the scripted seconds.</summary>
    [JsonStringEnumMemberName("hang")]
    Hang,

    /// <summary>The connection is cut instead of an answer.</summary>
    [JsonStringEnumMemberName("reset")]
    Reset,

    /// <summary>A server error with a page instead of JSON.</summary>
    [JsonStringEnumMemberName("html500")]
    Html500,

    /// <summary>Accepted, and the statuses arrive before the answer does.</summary>
    [JsonStringEnumMemberName("status_before_answer")]
    StatusBeforeAnswer,

    /// <summary>Accepted, and never heard of again.</summary>
    [JsonStringEnumMemberName("no_statuses")]
    NoStatuses,

    /// <summary>Accepted, with exactly the scripted statuses in their order.</summary>
    [JsonStringEnumMemberName("statuses")]
    Statuses,
}
