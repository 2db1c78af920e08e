using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Customers;
using Jirani.Tests.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Customers;

public sealed class CustomerServiceTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_the_teams_and_never_goes_out()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var agent = await open.JoinAsync("agent", Cancel);
        var customer = await DetailsAsync(open, open.Owner);

        Assert.Null(await open.Service<CustomerService>().AddNoteAsync(open.Owner, customer!, " Pays on Fridays ", Cancel));

        var read = Assert.Single((await DetailsAsync(open, agent))!.Notes);
        Assert.Equal(("Pays on Fridays", false), (read.Text, read.IsOwn));
        Assert.Equal(2, await open.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log", Cancel));
        Assert.Null(await DetailsAsync(open, await open.StrangerAsync(Cancel)));
    }

    [Fact]
    public async Task A_note_is_taken_back_by_whoever_wrote_it_and_by_nobody_else()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var (agent, service) = (await open.JoinAsync("agent", Cancel), open.Service<CustomerService>());
        await service.AddNoteAsync(open.Owner, (await DetailsAsync(open, open.Owner))!, "Mine", Cancel);
        var details = (await DetailsAsync(open, open.Owner))!;
        var note = details.Notes[0].Id;

        Assert.NotNull(await service.TakeNoteBackAsync(agent, details, note, Cancel));
        Assert.NotNull(await service.TakeNoteBackAsync(await open.StrangerAsync(Cancel), details, note, Cancel));
        Assert.Single((await DetailsAsync(open, open.Owner))!.Notes);
        Assert.Null(await service.TakeNoteBackAsync(open.Owner, details, note, Cancel));
        Assert.Empty((await DetailsAsync(open, open.Owner))!.Notes);
    }

    [Theory]
    [InlineData("  ", "Write something")]
    [InlineData(null, "2001 of 2000")]
    public async Task A_note_says_something_and_not_too_much(string? text, string reason)
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var customer = (await DetailsAsync(open, open.Owner))!;

        Assert.Contains(reason, await open.Service<CustomerService>().AddNoteAsync(open.Owner, customer, text ?? new string('a', 2001), Cancel), StringComparison.Ordinal);
        Assert.NotNull(await open.Service<CustomerService>().AddNoteAsync(await open.StrangerAsync(Cancel), customer, "Hello", Cancel));
        Assert.Empty((await DetailsAsync(open, open.Owner))!.Notes);
    }

    [Fact]
    public async Task Managers_say_what_a_customer_is_called_and_speaks_and_agents_do_not()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var (manager, agent, service) = (await open.JoinAsync("manager", Cancel), await open.JoinAsync("agent", Cancel), open.Service<CustomerService>());
        var customer = (await DetailsAsync(open, open.Owner))!;

        Assert.Null(await service.SpeakAsync(manager, customer, "sw", Cancel));
        Assert.Null(await service.RenameAsync(manager, customer, "Baba Otieno", Cancel));
        Assert.NotNull(await service.SpeakAsync(agent, customer, "fr", Cancel));
        Assert.NotNull(await service.SpeakAsync(open.Owner, customer, "xx", Cancel));
        Assert.NotNull(await service.RenameAsync(open.Owner, customer, " ", Cancel));
        var now = (await DetailsAsync(open, open.Owner))!;
        Assert.Equal(("sw", "Baba Otieno"), (now.Language, now.Name.Title));
    }

    [Fact]
    public async Task The_details_tell_what_lies_in_the_cart_what_was_ordered_and_how_they_agreed()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        await open.Shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD SUGAR-1KG 2", Cancel);
        await open.Shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "CHECKOUT", Cancel);
        await open.Shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "ADD MILK-500ML 3", Cancel);

        var details = (await DetailsAsync(open, open.Owner))!;

        Assert.Equal(("MILK-500ML", 3m, 195m), (details.Cart[0].Sku, details.Cart[0].Quantity, details.Cart[0].Total));
        Assert.Equal((1, 360m, 0m), (details.OrderCount, details.Orders[0].Total, details.Spent));
        Assert.Equal((true, "first_message"), (details.Consent[0].IsOptedIn, details.Consent[0].Source));
    }

    [Fact]
    public async Task Quick_replies_are_written_by_managers_and_know_whom_they_go_to()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var (agent, service) = (await open.JoinAsync("agent", Cancel), open.Service<QuickReplyService>());
        var thread = (await open.Service<MessageQueries>().ThreadAsync(open.Owner, open.Id, 30, null, Cancel))!;
        var reply = new QuickReply("paid", "Asante {{customer.name}}, order {{order.number}}");

        Assert.Null(await service.SaveAsync(open.Owner, thread.StoreId, reply with { Text = "Old" }, Cancel));
        Assert.Null(await service.SaveAsync(open.Owner, thread.StoreId, reply, Cancel));
        Assert.NotNull(await service.SaveAsync(agent, thread.StoreId, reply with { Text = "No" }, Cancel));
        Assert.NotNull(await service.SaveAsync(await open.StrangerAsync(Cancel), thread.StoreId, reply with { Text = "No" }, Cancel));

        Assert.Equal("Asante Otieno, order {{order.number}}", Assert.Single(await service.ForConversationAsync(agent, thread, Cancel)).Text);
        Assert.Empty(await service.ListAsync(await open.StrangerAsync(Cancel), thread.StoreId, Cancel));
        Assert.False(await service.DeleteAsync(agent, thread.StoreId, "paid", Cancel));
        Assert.True(await service.DeleteAsync(open.Owner, thread.StoreId, "paid", Cancel));
    }

    private static Task<CustomerDetails?> DetailsAsync(OpenConversation open, Guid person) =>
        open.Service<CustomerQueries>().OfConversationAsync(person, open.Id, Cancel);
}
