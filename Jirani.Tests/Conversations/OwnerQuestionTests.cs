using Jirani.Domain.Conversations;
using Jirani.Infrastructure.Conversations;
using Jirani.Tests.Support;

namespace Jirani.Tests.Conversations;

/// <summary>An owner asks with answers to tap, all the way to the emulated Graph.</summary>
public sealed class OwnerQuestionTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Choose")]
    public async Task A_question_goes_out_once_with_its_answers_to_tap(string? listButton)
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);
        var (press, question) = (Guid.NewGuid(), new InteractiveMessage(" Leo au kesho? ", "", [new("Leo", "Kabla ya saa kumi"), new("Kesho")], listButton));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AskAsync(open, open.Owner, question, press)));
        await open.Shop.Meta.WaitForAsync(Cast.MamaNjeri, 2, Cancel);

        Assert.All(outcomes, outcome => Assert.IsType<ReplyOutcome.Queued>(outcome));
        var thread = await open.Service<MessageQueries>().ThreadAsync(open.Owner, open.Id, 10, null, Cancel);
        var sent = Assert.Single(thread!.Messages, message => message.Purpose == "owner");
        Assert.Equal(("outbound_interactive", "Leo au kesho?"), (sent.Type, sent.Text));
        Assert.Equal(["Leo", "Kesho"], sent.Choices);
    }

    [Theory]
    [InlineData("", "Write the question.")]
    [InlineData("Hi {{customer.name}}", "Fill in {{customer.name}} first")]
    public async Task A_question_that_Meta_would_refuse_is_not_sent(string body, string sentence)
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);

        var outcome = await AskAsync(open, open.Owner, new InteractiveMessage(body, null, [new("Yes")], null));

        Assert.Contains(sentence, Assert.IsType<ReplyOutcome.Refused>(outcome).Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await open.Database.ValueAsync<long>(Actor.Superuser, "select count(*) from messaging_log where purpose = 'owner'", Cancel));
    }

    [Fact]
    public async Task Nobody_asks_in_another_stores_conversation()
    {
        await using var open = await OpenConversation.StartAsync(postgres, Cancel);

        Assert.Null(await AskAsync(open, await open.StrangerAsync(Cancel), new InteractiveMessage("Hello?", null, [new("Yes")], null)));
    }

    private static Task<ReplyOutcome?> AskAsync(OpenConversation open, Guid owner, InteractiveMessage question, Guid? press = null) =>
        open.Service<ConversationService>().AskAsync(owner, open.Id, press ?? Guid.NewGuid(), question, Cancel);
}
