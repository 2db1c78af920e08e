using System.Diagnostics;
using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Messaging.Intake;

/// <summary>What intake costs at the database: one batch is one round trip, and whoever waits shares it.</summary>
public sealed class RoundTripTests(ServedApp served) : AppTest(served.App), IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_hundred_lone_messages_are_a_hundred_round_trips()
    {
        var phones = Enumerable.Range(0, 100).Select(_ => NewPhone()).ToArray();
        using var watch = new IntakeWatch(Database.Name);

        foreach (var phone in phones)
        {
            await AcceptedAsync(SignedMessage.Text(Store.PhoneNumberId, phone, "CART"));
        }

        Assert.Equal(100, watch.RoundTrips);
        Assert.Equal(100, await KeptAsync(phones));
    }

    [Fact]
    public async Task A_hundred_at_once_are_far_fewer()
    {
        var phones = Enumerable.Range(0, 100).Select(_ => NewPhone()).ToArray();
        using var watch = new IntakeWatch(Database.Name);

        await Task.WhenAll(phones.Select(phone => App.DeliverAsync(SignedMessage.Text(Store.PhoneNumberId, phone, "CART"), Cancel)));

        Assert.InRange(watch.RoundTrips, 1, 50);
        Assert.Equal(100, await KeptAsync(phones));
    }

    [Fact]
    public async Task A_body_of_two_hundred_messages_and_statuses_is_one_round_trip()
    {
        var phones = Enumerable.Range(0, 200).Select(_ => NewPhone()).ToArray();
        var statuses = Enumerable.Range(0, 50).Select(place => new { id = $"wamid.unknown.{place}", status = "delivered", timestamp = Envelope.Seconds(null) });
        using var watch = new IntakeWatch(Database.Name);

        await AcceptedAsync(Envelope.Of(
            Envelope.Change(Store, new { messages = phones.Select(phone => Envelope.Text(phone, "CART")) }),
            Envelope.Change(Store, new { statuses })));

        Assert.Equal(1, watch.RoundTrips);
        Assert.Equal(200, await KeptAsync(phones));
    }

    private Task<long> KeptAsync(string[] phones) =>
        ValueAsync<long>("select count(*) from messaging_log where message_type = 'inbound' and customer_phone = any($1)", (object)phones);

    /// <summary>Counts what only intake sends: batches that write messages, statuses or quarantine.</summary>
    private sealed class IntakeWatch : IDisposable
    {
        private static readonly string[] _intakeOnly = ["with kept as", "insert into parked_statuses", "insert into webhook_quarantine", "business_channel_settings ch on ch.wa_phone_number_id"];

        private readonly ActivityListener _listener;
        private int _roundTrips;

        public IntakeWatch(string database)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    if (activity.TagObjects.Any(tag => Equals(tag.Value, database)) && activity.TagObjects.Any(tag => tag.Value is string text && IsIntake(text)))
                    {
                        Interlocked.Increment(ref _roundTrips);
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public int RoundTrips => Volatile.Read(ref _roundTrips);

        public void Dispose() => _listener.Dispose();

        private static bool IsIntake(string text) => _intakeOnly.Any(part => text.Contains(part, StringComparison.Ordinal));
    }
}
