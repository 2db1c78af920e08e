using System.Text.Json;
using Jirani.Web.Simulator;
using Jirani.Web.Simulator.Graph;
using Jirani.Web.Simulator.Phone;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Tests.Simulator;

public sealed class CustomerLineTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_customer_writes_arrives_as_a_signed_message()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        var chat = Open(meta, SimulatorHost.Otieno);

        _ = Line(meta).WriteAsync(chat, "ADD SUGAR-1KG 2", MessageFaults.None, Cancelled);
        var value = await meta.Receiver.NextValueAsync(Cancelled);

        var message = value.GetProperty("messages")[0];
        Assert.Equal("ADD SUGAR-1KG 2", message.GetProperty("text").GetProperty("body").GetString());
        Assert.Equal(SimulatorHost.Otieno, message.GetProperty("from").GetString());
        Assert.Equal(chat.Customer.UserId, message.GetProperty("from_user_id").GetString());
        Assert.Equal(SimulatorHost.Number, value.GetProperty("metadata").GetProperty("phone_number_id").GetString());
        Assert.Equal("Otieno", value.GetProperty("contacts")[0].GetProperty("profile").GetProperty("name").GetString());
        Assert.Equal(0, meta.Receiver.Forged);
    }

    [Fact]
    public async Task A_customer_without_phone_sends_none()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        var chat = Open(meta, "KE.10000000000000000777");

        _ = Line(meta).WriteAsync(chat, "HELP", MessageFaults.None, Cancelled);
        var value = await meta.Receiver.NextValueAsync(Cancelled);

        Assert.False(value.GetProperty("messages")[0].TryGetProperty("from", out _));
        Assert.False(value.GetProperty("contacts")[0].TryGetProperty("wa_id", out _));
        Assert.Equal("baraka.styles", value.GetProperty("contacts")[0].GetProperty("profile").GetProperty("username").GetString());
    }

    [Fact]
    public async Task A_tap_names_the_choice_and_the_message_that_offered_it()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        var chat = Open(meta, SimulatorHost.Otieno);
        var choice = new GraphChoice("CHECKOUT", "Check out", null, null, IsRow: false);

        _ = Line(meta).TapAsync(chat, new Bubble("wamid.offer", "Cart", DateTimeOffset.UnixEpoch, [choice], null), choice, MessageFaults.None, Cancelled);
        var value = await meta.Receiver.NextValueAsync(Cancelled);

        var message = value.GetProperty("messages")[0];
        Assert.Equal("CHECKOUT", message.GetProperty("interactive").GetProperty("button_reply").GetProperty("id").GetString());
        Assert.Equal("wamid.offer", message.GetProperty("context").GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_the_shop_answers_appears_on_the_phone()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        var chat = Open(meta, SimulatorHost.Otieno);

        _ = Line(meta).WriteAsync(chat, "HELP", MessageFaults.None, Cancelled);
        await UntilAsync(chat, () => chat.Bubbles[0].Tick == Tick.Delivered);
        var wasAwaiting = chat.IsAwaitingAnswer;
        using var read = await meta.SendAsync(new { messaging_product = "whatsapp", status = "read", message_id = chat.Bubbles[0].Id }, Cancelled);
        using var answer = await meta.SendAsync(SimulatorHost.Text("Karibu"), Cancelled);

        Assert.Equal((true, false), (wasAwaiting, chat.IsAwaitingAnswer));
        Assert.Equal(Tick.Read, chat.Bubbles[0].Tick);
        Assert.Equal(("Karibu", false), (chat.Bubbles[1].Text, chat.Bubbles[1].IsMine));
    }

    [Fact]
    public async Task What_never_arrives_says_why()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        meta.Receiver.AnswerNext(401, 401, 401, 401);
        var chat = Open(meta, SimulatorHost.Otieno);

        await Line(meta).WriteAsync(chat, "HELP", MessageFaults.None, Cancelled);

        Assert.Equal((Tick.Failed, "The webhook answered 401."), (chat.Bubbles[0].Tick, chat.Bubbles[0].Fault));
    }

    [Fact]
    public async Task Delivered_twice_it_is_the_same_message_again()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        _ = Line(meta).WriteAsync(Open(meta, SimulatorHost.Otieno), "HELP", new MessageFaults { IsTwice = true }, Cancelled);

        var first = IdOf(await meta.Receiver.NextValueAsync(Cancelled));
        Assert.Equal(first, IdOf(await meta.Receiver.NextValueAsync(Cancelled)));
    }

    [Fact]
    public async Task Overtaken_it_arrives_after_the_next_one()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);
        var chat = Open(meta, SimulatorHost.Otieno);

        await Line(meta).WriteAsync(chat, "CART", new MessageFaults { IsOvertaken = true }, Cancelled);
        _ = Line(meta).WriteAsync(chat, "HELP", new MessageFaults { IsOvertaken = true }, Cancelled);

        Assert.Equal(["HELP", "CART"], [TextOf(await meta.Receiver.NextValueAsync(Cancelled)), TextOf(await meta.Receiver.NextValueAsync(Cancelled))]);
    }

    [Fact]
    public async Task Late_and_without_a_phone_it_says_when_it_was_written_and_only_by_whom()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        _ = Line(meta).WriteAsync(Open(meta, SimulatorHost.Otieno), "HELP", new MessageFaults { MinutesLate = 90, IsWithoutPhone = true }, Cancelled);
        var message = (await meta.Receiver.NextValueAsync(Cancelled)).GetProperty("messages")[0];

        var age = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(message.GetProperty("timestamp").GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(age, 90 * 60, (90 * 60) + 60);
        Assert.False(message.TryGetProperty("from", out _));
    }

    [Fact]
    public async Task A_wrong_signature_does_not_fit_the_body_and_is_not_tried_again()
    {
        await using var meta = await SimulatorHost.StartAsync(Cancelled);

        _ = Line(meta).WriteAsync(Open(meta, SimulatorHost.Otieno), "HELP", new MessageFaults { IsForged = true }, Cancelled);
        await meta.Receiver.NextValueAsync(Cancelled);

        Assert.Equal((1, 1), (meta.Receiver.Forged, meta.Receiver.Posts));
    }

    private static string? IdOf(JsonElement value) => value.GetProperty("messages")[0].GetProperty("id").GetString();

    private static string? TextOf(JsonElement value) => value.GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString();

    private static CustomerLine Line(SimulatorHost meta) => meta.Services.GetRequiredService<CustomerLine>();

    private static Chat Open(SimulatorHost meta, string address) => meta.Services.GetRequiredService<Chats>().Open(
        SimulatedStore.Demo[0], meta.Services.GetRequiredService<PhoneBook>().Find(address) ?? throw new InvalidOperationException(address));

    private static async Task UntilAsync(Chat chat, Func<bool> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        chat.Changed += () => _ = condition() && reached.TrySetResult();
        if (!condition())
        {
            await reached.Task.WaitAsync(Cancelled);
        }
    }
}
