using System.Globalization;
using System.Net;
using CsvHelper;
using Jirani.Tests.Identity;
using Jirani.Tests.Support;

namespace Jirani.Tests.Payments;

/// <summary>The files that an owner counts for themselves.</summary>
public sealed class PaymentExportTests(PostgresFixture postgres)
{
    private const string Payments = "/dashboard/payments/export.csv";
    private const string Entries = "/dashboard/payments/entries.csv";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_entries_of_each_account_add_up_to_its_balance()
    {
        await using var app = await StartAsync();

        var rows = await ReadAsync(app, $"{Entries}?store=mama-njeri");

        var sums = rows.GroupBy(row => row["Account"]).Select(account =>
            $"{account.Key} {account.Sum(row => decimal.Parse(row["Amount"], NumberStyles.Number, CultureInfo.InvariantCulture)).ToString("0.00", CultureInfo.InvariantCulture)}");
        var balances = await app.Database.ListAsync<string>(Actor.Superuser, """
            select a.code || ' ' || b.amount from store_balances b join ledger_accounts a on a.id = b.account_id
            join store_settings s on s.id = b.store_id where s.store_slug = 'mama-njeri'
            """, Cancel);
        Assert.NotEmpty(balances);
        Assert.Equal(balances.Order(StringComparer.Ordinal), sums.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_text_is_a_formula_and_every_amount_is_a_number()
    {
        await using var app = await StartAsync();

        var rows = await ReadAsync(app, $"{Payments}?store=mama-njeri");

        Assert.Equal(["'-2+3", "'=Kamau", "Otieno Ouma"], rows.Select(row => row["Customer"]).Order(StringComparer.Ordinal));
        Assert.Equal(["1250.00", "570.00", "835.00"], rows.Select(row => row["Amount"]).Order(StringComparer.Ordinal));
        Assert.Contains("-1250.00", (await ReadAsync(app, $"{Entries}?store=mama-njeri")).Select(row => row["Amount"]));
    }

    [Fact]
    public async Task A_file_says_its_letters_and_ends_its_lines_as_spreadsheets_want_it()
    {
        await using var app = await StartAsync();
        using var owner = new OwnerClient(app);
        using var welcome = await owner.SignInAsync(Cancel);

        using var answer = await owner.Client.GetAsync(new Uri($"{Payments}?store=mama-njeri&show=review", UriKind.Relative), Cancel);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("mama-njeri-payments.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(2, bytes.Count(letter => letter == '\n'));   // the columns, and the one that is in review
        Assert.Equal(2, bytes.Count(letter => letter == '\r'));
    }

    [Theory]
    [InlineData(Payments, "?store=nakato-fresh", HttpStatusCode.NotFound)]
    [InlineData(Entries, "?store=nakato-fresh", HttpStatusCode.NotFound)]
    [InlineData(Entries, "", HttpStatusCode.NotFound)]
    public async Task Another_store_is_refused(string path, string query, HttpStatusCode refusal)
    {
        await using var app = await StartAsync();
        using var owner = new OwnerClient(app);
        using var welcome = await owner.SignInAsync(Cancel);

        using var answer = await owner.Client.GetAsync(new Uri(path + query, UriKind.Relative), Cancel);

        Assert.Equal(refusal, answer.StatusCode);
        Assert.DoesNotContain("chg-", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_and_whoever_is_not_signed_in_get_no_file()
    {
        await using var app = await StartAsync();
        await app.Database.ExecuteAsync(Actor.Superuser, """
            insert into store_members (store_id, user_id, role)
            select s.id, o.user_id, 'agent' from store_settings s, store_settings o where s.store_slug = 'nakato-fresh' and o.store_slug = 'mama-njeri'
            """, Cancel);
        using var owner = new OwnerClient(app);
        using var welcome = await owner.SignInAsync(Cancel);

        using var refused = await owner.Client.GetAsync(new Uri($"{Entries}?store=nakato-fresh", UriKind.Relative), Cancel);
        using var unknown = await app.Client.GetAsync(new Uri($"{Entries}?store=mama-njeri", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Found, unknown.StatusCode);
    }

    private async Task<JiraniApp> StartAsync()
    {
        var app = await JiraniApp.StartAsync(postgres, Cancel);
        foreach (var store in new[] { Cast.MamaNjeri, Cast.NakatoFresh })
        {
            await PaymentRecords.AddToSeedAsync(app.Database, store, Cancel);
        }

        await app.Database.ExecuteAsync(Actor.Superuser, "update customers set name = '-2+3' where name = 'Achieng 100%'", Cancel);
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
