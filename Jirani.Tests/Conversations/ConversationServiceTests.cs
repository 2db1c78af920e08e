using Jirani.Infrastructure.Conversations;
using Jirani.Infrastructure.Stores;
using Jirani.Tests.Messaging.Sending;
using Jirani.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Conversations;

/// <summary>An owner steps into a conversation, all the way to the emulated Graph.</summary>
public sealed class ConversationServiceTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_goes_out_once_silences_the_dialogue_and_ends_the_waiting()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var (owner, conversation) = await OpenAsync(shop);
        var press = Guid.NewGuid();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Service(shop).ReplyAsync(owner, conversation, press, " Pole, nakuja ", Cancel)));
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 2, Cancel);

        Assert.All(outcomes, outcome => Assert.IsType<ReplyOutcome.Queued>(outcome));
        Assert.Single(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel), taken => taken.Text == "Pole, nakuja");
        Assert.True(await shop.Database.ValueAsync<bool>(Actor.Superuser, """
            select not needs_person and unread = 0 and preview = 'Pole, nakuja' and bot_paused_until > now() + interval '119 minutes' from conversations
            """, Cancel));
    }

    [Fact]
    public async Task While_the_owner_answers_the_dialogue_is_silent_and_handed_back_it_speaks_again()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var (owner, conversation) = await OpenAsync(shop);

        Assert.True(await Service(shop).TakeOverAsync(owner, conversation, Cancel));
        await shop.App.SendTextAsync(Cast.MamaNjeri, Cast.Otieno, "CART", Cancel);
        await WaitUntil.TrueAsync("it is handled", async () => await shop.Database.ValueAsync<long>(
            Actor.Superuser, "select count(*) from messaging_log where status = 'processed'", Cancel) == 2, Cancel);
        Assert.Equal(1, await RepliesAsync(shop));

        Assert.True(await Service(shop).HandBackAsync(owner, conversation, Cancel));
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "CART", Cancel);
        Assert.Equal(2, await RepliesAsync(shop));
    }

    [Fact]
    public async Task Another_stores_conversation_and_message_are_not_there()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var (_, conversation) = await OpenAsync(shop);
        var stranger = await OwnerAsync(shop, Cast.NakatoFresh);
        var message = await shop.Database.ValueAsync<long>(Actor.Superuser, "select max(id) from messaging_log", Cancel);

        Assert.Null(await Service(shop).ReplyAsync(stranger, conversation, Guid.NewGuid(), "Hello", Cancel));
        Assert.Null(await Service(shop).RetryAsync(stranger, message, Cancel));
        Assert.False(await Service(shop).TakeOverAsync(stranger, conversation, Cancel));
        Assert.False(await Service(shop).HandBackAsync(stranger, conversation, Cancel));
        Assert.Equal(2, await shop.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log", Cancel));
    }

    [Fact]
    public async Task Removed_from_the_store_while_a_screen_is_open_the_owner_reads_and_does_nothing_more()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var (owner, conversation) = await OpenAsync(shop);
        var store = await shop.Database.ValueAsync<Guid>(Actor.Superuser, "select store_id from conversations", Cancel);
        var (lists, threads) = (shop.App.Services.GetRequiredService<ConversationQueries>(), shop.App.Services.GetRequiredService<MessageQueries>());
        Assert.Single(await lists.ListAsync(owner, store, ConversationFilter.All, 0, 10, Cancel));

        await shop.Database.ExecuteAsync(Actor.Superuser, "delete from store_members where user_id = $1", Cancel, owner);

        Assert.Null(await Service(shop).ReplyAsync(owner, conversation, Guid.NewGuid(), "Hello", Cancel));
        Assert.False(await Service(shop).TakeOverAsync(owner, conversation, Cancel));
        Assert.Null(await threads.ThreadAsync(owner, conversation, 10, null, Cancel));
        Assert.Empty(await lists.ListAsync(owner, store, ConversationFilter.All, 0, 10, Cancel));
        Assert.Empty(await shop.App.Services.GetRequiredService<StoreQueries>().MineAsync(owner, Cancel));
    }

    [Theory]
    [InlineData("update conversations set window_until = now() + interval '4 minutes'", "24 hours")]
    [InlineData("update customer_channel_opt_in set is_opted_in = false, consent_at = clock_timestamp()", "STOP")]
    public async Task What_may_not_go_is_refused_with_its_reason_and_changes_nothing(string circumstance, string reason)
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var (owner, conversation) = await OpenAsync(shop);
        await shop.Database.ExecuteAsync(Actor.Superuser, circumstance, Cancel);

        var outcome = await Service(shop).ReplyAsync(owner, conversation, Guid.NewGuid(), "Hello", Cancel);

        Assert.Contains(reason, Assert.IsType<ReplyOutcome.Refused>(outcome).Sentence, StringComparison.Ordinal);
        Assert.Equal(2, await shop.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log", Cancel));
    }

    [Fact]
    public async Task Sent_again_a_failed_message_is_one_new_row_and_one_new_call()
    {
        await using var shop = await Outbound.StartAsync(postgres, Cancel);
        var (owner, conversation) = await OpenAsync(shop);
        await shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "error", status = 400, code = 131047 });
        await Service(shop).ReplyAsync(owner, conversation, Guid.NewGuid(), "Karibu tena", Cancel);
        var failed = await shop.Database.ValueAsync<long>(Actor.Superuser, "select max(id) from messaging_log", Cancel);
        await shop.Database.WaitForStatusAsync(failed, "failed", Cancel);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Service(shop).RetryAsync(owner, failed, Cancel)));
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 2, Cancel);

        var again = await shop.Database.ValueAsync<long>(Actor.Superuser, "select id from messaging_log where retry_of = $1", Cancel, failed);
        await shop.Database.WaitForStatusAsync(again, "read", Cancel);
        Assert.Equal("failed", (await shop.Database.RowAsync(failed, Cancel)).Status);
        Assert.Single(await shop.Meta.TakenAsync(Cast.MamaNjeri, Cancel), taken => taken.Text == "Karibu tena");
        Assert.IsType<ReplyOutcome.Refused>(await Service(shop).RetryAsync(owner, failed, Cancel));
    }

    [Fact]
    public async Task An_agent_answers_and_somebody_outside_the_team_does_not()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var agent = await open.JoinAsync("agent", Cancel);
        var service = open.Service<ConversationService>();

        Assert.IsType<ReplyOutcome.Queued>(await service.ReplyAsync(agent, open.Id, Guid.NewGuid(), "Karibu", Cancel));
        Assert.Null(await service.ReplyAsync(Guid.NewGuid(), open.Id, Guid.NewGuid(), "Karibu", Cancel));
        await open.Database.ExecuteAsync(Actor.Superuser, "delete from store_members where user_id = $1", Cancel, agent);
        Assert.Null(await service.ReplyAsync(agent, open.Id, Guid.NewGuid(), "Bado niko", Cancel));
    }

    [Fact]
    public async Task Sent_again_a_message_is_the_newest_of_its_conversation()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        await open.Shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "error", status = 400, code = 131047 });
        await open.Service<ConversationService>().ReplyAsync(open.Owner, open.Id, Guid.NewGuid(), "Karibu tena", Cancel);
        var failed = await open.Database.ValueAsync<long>(Actor.Superuser, "select max(id) from messaging_log", Cancel);
        await open.Database.WaitForStatusAsync(failed, "failed", Cancel);
        await open.Shop.App.SendTextAsync(Cast.MamaNjeri, Cast.Otieno, "Uko?", Cancel);
        await WaitUntil.TrueAsync("the customer's message is the newest", async () =>
            await open.Database.ValueAsync<string>(Actor.Superuser, "select preview from conversations", Cancel) == "Uko?", Cancel);

        await open.Service<ConversationService>().RetryAsync(open.Owner, failed, Cancel);

        Assert.Equal("Karibu tena out", await open.Database.ValueAsync<string>(Actor.Superuser, "select preview || ' ' || last_direction from conversations", Cancel));
    }

    [Fact]
    public async Task What_may_have_been_sent_goes_out_again_only_when_its_owner_says_so()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        await open.Shop.Meta.ScriptAsync(Cast.MamaNjeri, Cancel, new { kind = "reset" });
        await open.Service<ConversationService>().ReplyAsync(open.Owner, open.Id, Guid.NewGuid(), "Karibu tena", Cancel);
        var silent = await open.Database.ValueAsync<long>(Actor.Superuser, "select max(id) from messaging_log", Cancel);
        await WaitUntil.TrueAsync("its call ended without an answer", async () => await open.Database.ValueAsync<bool>(
            Actor.Superuser, "select due_at is null from messaging_log where id = $1", Cancel, silent), Cancel);
        Assert.IsType<ReplyOutcome.Refused>(await open.Service<ConversationService>().RetryAsync(open.Owner, silent, Cancel));
        await open.Database.ExecuteAsync(Actor.Superuser, "update messaging_log set send_started_at = now() - interval '11 minutes' where id = $1", Cancel, silent);

        Assert.IsType<ReplyOutcome.Queued>(await open.Service<ConversationService>().RetryAsync(open.Owner, silent, Cancel));
        Assert.IsType<ReplyOutcome.Refused>(await open.Service<ConversationService>().RetryAsync(open.Owner, silent, Cancel));

        await open.Shop.Meta.WaitForAsync(Cast.MamaNjeri, 2, Cancel);
        Assert.Equal(1, await open.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log where retry_of = $1", Cancel, silent));
    }

    [Fact]
    public async Task Done_ends_the_waiting_and_marked_unread_it_is_unread_for_every_tab()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        await open.Database.ExecuteAsync(Actor.Superuser, "update conversations set needs_person = true, unread = 2", Cancel);
        var service = open.Service<ConversationService>();

        Assert.True(await service.DoneAsync(open.Owner, open.Id, Cancel));
        Assert.True(await open.Database.ValueAsync<bool>(Actor.Superuser, "select not needs_person and unread = 0 from conversations", Cancel));
        Assert.True(await service.MarkUnreadAsync(open.Owner, open.Id, Cancel));
        Assert.Equal(1, await open.Database.ValueAsync<int>(Actor.Superuser, "select unread from conversations", Cancel));
        Assert.False(await service.DoneAsync(await open.StrangerAsync(Cancel), open.Id, Cancel));
        Assert.False(await service.MarkUnreadAsync(await open.StrangerAsync(Cancel), open.Id, Cancel));
    }

    private static ConversationService Service(Outbound shop) => shop.App.Services.GetRequiredService<ConversationService>();

    private static async Task<(Guid Owner, Guid Conversation)> OpenAsync(Outbound shop)
    {
        await shop.App.AskAsync(Cast.MamaNjeri, Cast.Otieno, "HELP", Cancel);
        await shop.Meta.WaitForAsync(Cast.MamaNjeri, 1, Cancel);
        return (await OwnerAsync(shop, Cast.MamaNjeri), await shop.Database.ValueAsync<Guid>(Actor.Superuser, "select id from conversations", Cancel));
    }

    private static Task<Guid> OwnerAsync(Outbound shop, StoreCast store) =>
        shop.Database.ValueAsync<Guid>(Actor.Superuser, "select user_id from store_settings where store_slug = $1", Cancel, store.Slug);

    private static Task<long> RepliesAsync(Outbound shop) =>
        shop.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log where purpose = 'reply'", Cancel);
}
