using System.Globalization;
using Jirani.Bench.Rig;

namespace Jirani.Bench.Webhook;

/// <summary>
/// The fresh customers of one round. Each connection speaks for ten of them in turn and for the next ten after twenty
/// messages each. The phone is 254, the round, the connection, the customer: pgbench's customers are counted the same way.
/// </summary>
internal sealed class Crowd(int round)
{
    public const int MessagesEach = 20;
    public const int InTurn = 10;
    public const string IdPrefix = "wamid.HBgMMjU0NzEyMzQ1Njc4FQIAEhggRTE2QzNGOTk5";
    private const long FirstPhone = 254_00_00_00000;
    private const long PhonesOfRound = 100_00000;
    private const long PhonesOfConnection = 100000;
    private readonly DateTimeOffset _at = DateTimeOffset.UtcNow;

    /// <summary>Five products of the demo store; nothing else there answers to these names.</summary>
    public static IReadOnlyList<string> Skus { get; } = ["SUGAR-1KG", "MILK-500ML", "BREAD-400G", "UNGA-2KG", "TEA-250G"];

    public int Round => round;

    public long FirstPhoneOfRound => FirstPhone + (round * PhonesOfRound);

    public string PhonePrefix => $"254{round:00}";

    /// <summary>In the order of <paramref name="turn"/> within a connection, as text too.</summary>
    public string Id(int connection, int turn) => $"{IdPrefix}.{round:00}.{connection:00}.{turn:000000}";

    public byte[] Request(int connection, int turn)
    {
        var customer = (turn / (InTurn * MessagesEach) * InTurn) + (turn % InTurn);
        var said = turn % (InTurn * MessagesEach) / InTurn;
        var phone = FirstPhoneOfRound + (connection * PhonesOfConnection) + customer;
        return SignedRequest.Message($"{phone}", Id(connection, turn), $"ADD {Skus[said % Skus.Count]} 1", _at);
    }

    public static int ConnectionOf(string phone) =>
        (int)(long.Parse(phone, CultureInfo.InvariantCulture) % PhonesOfRound / PhonesOfConnection);
}
