using System.Text.Json.Serialization;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>What a payer does with the prompt on the phone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromptDecision>))]
public enum PromptDecision
{
    [JsonStringEnumMemberName("approve")]
    Approve,

    [JsonStringEnumMemberName("wrong_pin")]
    WrongPin,

    [JsonStringEnumMemberName("no_money")]
    NoMoney,

    [JsonStringEnumMemberName("cancel")]
    Cancel,

    [JsonStringEnumMemberName("run_out")]
    RunOut,

    /// <summary>The phone is off: nothing ever comes of it.</summary>
    [JsonStringEnumMemberName("switch_off")]
    SwitchOff,
}
