using System.Globalization;
using Jirani.Infrastructure.Payments;
using Jirani.Web.Components.Shared;
using MudBlazor;

namespace Jirani.Web.Components.Payments;

/// <summary>What Flutterwave said, by itself or asked; asking again and again without news is one step.</summary>
internal static class OccurrenceSteps
{
    public static IEnumerable<StoryStep> Of(IReadOnlyList<PaymentOccurrence> occurrences)
    {
        for (var (first, next) = (0, 1); first < occurrences.Count; first = next++)
        {
            while (next < occurrences.Count && IsNoNews(occurrences[first], occurrences[next]))
            {
                next++;
            }

            yield return Step(occurrences[next - 1], next - first);
        }
    }

    private static bool IsNoNews(PaymentOccurrence one, PaymentOccurrence other) =>
        one.Source == "poll" && other with { Id = one.Id, At = one.At, Took = one.Took } == one;

    private static StoryStep Step(PaymentOccurrence occurrence, int times) => occurrence.Source switch
    {
        "webhook" => new(occurrence.At, Icons.Material.Outlined.CallReceived, "", $"Flutterwave told us: {Said(occurrence.Kind ?? occurrence.ProviderStatus)}", Led(occurrence)),
        "start" => new(occurrence.At, Icons.Material.Outlined.Send, "", $"Flutterwave was asked to charge: {Said(occurrence.ProviderStatus)}", Join(Took(occurrence), Led(occurrence))),
        _ => new(occurrence.At, Icons.Material.Outlined.Verified, "", Asked(occurrence, times), Join(Took(occurrence), Led(occurrence))),
    };

    private static string Asked(PaymentOccurrence occurrence, int times) => (occurrence.Source, times) switch
    {
        ("owner", _) => $"Asked Flutterwave by hand: {Said(occurrence.ProviderStatus)}",
        (_, 1) => $"Asked Flutterwave: {Said(occurrence.ProviderStatus)}",
        _ => $"Asked Flutterwave {times} times: {Said(occurrence.ProviderStatus)}",
    };

    /// <summary>A provider's own word, made readable: <c>charge.completed</c> is charge completed.</summary>
    private static string Said(string? word) => word is null ? "no answer" : word.Replace('.', ' ').Replace('_', ' ');

    private static string Led(PaymentOccurrence occurrence) => occurrence.Outcome switch
    {
        "waiting" => "Still waiting",
        "captured" => "The money is there",
        "failed" => "No money was taken",
        "review" => "Kept for review",
        "ignored" => "Known already",
        "contradiction" => "It says otherwise than before, which changes nothing",
        "unmatched" => "It fits no payment",
        "unknown" => "Not clear, so it is asked again",
        "refund" => "About a refund",
        null => "Not worked on yet",
        var other => other,
    };

    private static string Took(PaymentOccurrence occurrence) =>
        occurrence.Took is { } took ? $"{took.TotalMilliseconds.ToString("#,##0", CultureInfo.InvariantCulture)} ms" : "";

    private static string Join(string one, string other) => one.Length == 0 || other.Length == 0 ? one + other : $"{one} · {other}";
}
