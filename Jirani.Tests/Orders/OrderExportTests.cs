using System.Globalization;
using System.Net;
using CsvHelper;
using Jirani.Tests.Identity;
using Jirani.Tests.Support;

namespace Jirani.Tests.Orders;

/// <summary>The orders as a file, and on paper.</summary>
public sealed class OrderExportTests(PostgresFixture postgres)
{
    private const string Export = "/dashboard/orders/export.csv";
    private const string Packing = "/dashboard/orders/packing";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_text_is_a_formula_and_every_amount_is_a_number()
    {
        await using var app = await StartAsync();

        var rows = await ReadAsync(app, $"{Export}?store=mama-njeri");

        Assert.Equal(["1043", "1042", "1041", "1036"], rows.Select(row => row["Order"]));
        Assert.Equal("'=Kamau", rows[^1]["Customer"]);
        Assert.All(rows, row => Assert.Equal(250m, decimal.Parse(row["Total"], CultureInfo.InvariantCulture)));
        Assert.Equal(("2 × Rice 5 kg; 1 × Soap bar", "'-Juma", "https://courier.test/77"), (rows[0]["Items"], rows[0]["Courier"], rows[0]["Link"]));
    }

    [Fact]
    public async Task A_file_holds_what_the_list_shows()
    {
        await using var app = await StartAsync();

        Assert.Equal(["1041"], (await ReadAsync(app, $"{Export}?store=mama-njeri&show=to-pack&q=soap&days=7")).Select(row => row["Order"]));
    }

    [Fact]
    public async Task The_packing_list_prints_what_is_to_be_packed_and_nothing_runs_in_it()
    {
        await using var app = await StartAsync();
        await app.Database.ExecuteAsync(Actor.Superuser, "update customers set name = '<script>alert(1)</script>' where name = 'Otieno Ouma'", Cancel);
        using var owner = new OwnerClient(app);
        using var welcome = await owner.SignInAsync(Cancel);

        var page = await owner.Client.GetStringAsync(new Uri($"{Packing}?store=mama-njeri", UriKind.Relative), Cancel);

        Assert.All(["#1041", "Rice 5 kg", "Soap bar", "&lt;script&gt;"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("#1042", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Export)]
    [InlineData(Packing)]
    public async Task Another_store_is_not_there_and_whoever_is_not_signed_in_is_sent_to_sign_in(string path)
    {
        await using var app = await StartAsync();
        var foreign = await app.Database.ValueAsync<Guid>(
            Actor.Superuser, "select o.id from orders o join store_settings s on s.id = o.store_id where s.store_slug = 'nakato-fresh' and o.order_number = '1041'", Cancel);
        using var owner = new OwnerClient(app);
        using var welcome = await owner.SignInAsync(Cancel);

        using var refused = await owner.Client.GetAsync(new Uri($"{path}?store=nakato-fresh", UriKind.Relative), Cancel);
        using var unknown = await app.Client.GetAsync(new Uri($"{path}?store=mama-njeri", UriKind.Relative), Cancel);
        var forged = await owner.Client.GetStringAsync(new Uri($"{Packing}?store=mama-njeri&order={foreign}", UriKind.Relative), Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Found), (refused.StatusCode, unknown.StatusCode));
        Assert.Contains("Nothing waits to be packed", forged, StringComparison.Ordinal);
    }

    private async Task<JiraniApp> StartAsync()
    {
        var app = await JiraniApp.StartAsync(postgres, Cancel);
        foreach (var store in new[] { Cast.MamaNjeri, Cast.NakatoFresh })
        {
            await OrderRecords.AddToSeedAsync(app.Database, store, Cancel);
        }

        await app.Database.ExecuteAsync(Actor.Superuser, "update deliveries set courier = '-Juma' where courier = 'Juma'", Cancel);
        return app;
    }

    private static async Task<List<Dictionary<string, string>>> ReadAsync(JiraniApp app, string address)
    {
        using var owner = new OwnerClient(app);
        using var welcome = await owner.SignInAsync(Cancel);
        using var csv = new CsvReader(new StreamReader(await owner.Client.GetStreamAsync(new Uri(address, UriKind.Relative), Cancel)), CultureInfo.InvariantCulture);
        List<Dictionary<string, string>> rows = [];
        await csv.ReadAsync();
        csv.ReadHeader();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)!));
        }

        return rows;
    }
}
