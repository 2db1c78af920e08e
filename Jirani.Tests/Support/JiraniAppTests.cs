namespace Jirani.Tests.Support;

public sealed class JiraniAppTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_app_in_this_process_answers_a_message()
    {
        await using var app = await JiraniApp.StartAsync(postgres, Cancel);

        var reply = await app.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 2", Cancel);

        Assert.Contains("360", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_as_a_process_of_its_own_starts_over_a_wire_and_can_be_killed()
    {
        await using var database = await postgres.SeededAsync(Cancel);
        await using var wire = WireProxy.To(database);
        await using var app = await AppProcess.StartAsync(database, Cancel, wire: wire);

        Assert.True(wire.RoundTrips > 0);
        await app.KillAsync(Cancel);

        Assert.NotEqual(0, app.ExitCode);
    }
}
