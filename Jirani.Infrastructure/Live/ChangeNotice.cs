using System.Globalization;

namespace Jirani.Infrastructure.Live;

/// <summary>Changes as the payload of a NOTIFY. PostgreSQL takes less than 8,000 bytes, so many changes make several.</summary>
internal static class ChangeNotice
{
    public const string Channel = "jirani_changes";

    /// <summary>A change takes 67 characters.</summary>
    private const int MostChanges = 110;

    public static IEnumerable<string> Write(Guid instance, IEnumerable<StoreChange> changes) =>
        changes.Chunk(MostChanges).Select(some => $"{instance:N};{string.Join(',', some.Select(Write))}");

    /// <summary>Anybody who may connect may notify, so what cannot be read is nothing, never an error.</summary>
    public static IEnumerable<StoreChange> Read(Guid ownInstance, string payload) =>
        payload.Split(';') is [var sender, var changes] && sender != ownInstance.ToString("N")
            ? changes.Split(',').Select(Read).OfType<StoreChange>()
            : [];

    private static string Write(StoreChange change) => string.Create(CultureInfo.InvariantCulture, $"{(int)change.Kind}:{change.StoreId:N}:{change.Id:N}");

    private static StoreChange? Read(string text) =>
        text.Split(':') is [var kind, var storeId, var id]
        && Enum.TryParse<ChangeKind>(kind, out var known) && Enum.IsDefined(known)
        && Guid.TryParseExact(storeId, "N", out var store) && Guid.TryParseExact(id, "N", out var subject)
            ? new StoreChange(store, known, subject)
            : null;
}
