using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("msg_text.json", "Does it come in another color?")]
    [InlineData("msg_text_unicode_escapes.json", "Café ₦5,000 مرحبا 🛒 a/b <b> amara@example.com 100%")]
    [InlineData("msg_interactive_button_reply.json", "title")]
    [InlineData("msg_interactive_list_reply_description.json", "title")]
    [InlineData("msg_button_template_quick_reply.json", "title")]
    [InlineData("msg_interactive_nfm_reply_flow.json", null)]
    [InlineData("msg_image_minimal.json", null)]
    [InlineData("msg_video_forwarded_caption.json", null)]
    [InlineData("msg_order_catalog.json", null)]
    [InlineData("msg_location_named.json", null)]
    [InlineData("msg_contacts.json", null)]
    [InlineData("msg_edit_text.json", null)]
    public void The_dialogue_reads_what_was_written_or_tapped(string file, string? text) =>
        Assert.Equal(text, MessageText.Of(Sample.Message(file).Payload));

    [Theory]
    [InlineData("ADD SUGAR-1KG 2", "Sugar", "ADD SUGAR-1KG 2")]
    [InlineData("track:A-17", "CART", "CART")]
    [InlineData("ADD", "Add sugar", "Add sugar")]
    [InlineData("", "Checkout", "Checkout")]
    public void A_tapped_button_means_its_id_where_that_is_a_command(string id, string title, string text) =>
        Assert.Equal(text, MessageText.Of($$$$"""
            {"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"{{{{id}}}}","title":"{{{{title}}}}"}}}
            """));

    [Theory]
    [InlineData("Stop promotions", "STOP", "STOP")]
    [InlineData("STOP", "CART", "STOP")]
    [InlineData("Hello", "x7", "Hello")]
    public void A_templates_button_means_its_text_before_its_payload(string shown, string payload, string text) =>
        Assert.Equal(text, MessageText.Of($$$"""{"type":"button","button":{"text":"{{{shown}}}","payload":"{{{payload}}}"}}"""));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"type\":\"text\",\"text\":\"hi\"}")]
    [InlineData("{\"type\":\"interactive\",\"interactive\":[]}")]
    public void A_payload_of_another_shape_says_nothing(string payload) => Assert.Null(MessageText.Of(payload));

    [Theory]
    [InlineData("msg_text.json", "Does it come in another color?")]
    [InlineData("msg_image_minimal.json", "Photo")]
    [InlineData("msg_video_forwarded_caption.json", "Video: caption")]
    [InlineData("msg_audio_voice_note.json", "Voice note")]
    [InlineData("msg_voice_legacy_type.json", "Voice note")]
    [InlineData("msg_audio_file.json", "Audio")]
    [InlineData("msg_document_filename_caption.json", "Document: filename.pdf")]
    [InlineData("msg_sticker_static.json", "Sticker")]
    [InlineData("msg_location_named.json", "Location: Facebook HQ")]
    [InlineData("msg_contacts.json", "Contact: Ama Sample")]
    [InlineData("msg_order_catalog.json", "Catalogue order: 3 items")]
    [InlineData("msg_order_quantity_as_string.json", "Catalogue order: 1 item")]
    [InlineData("msg_reaction.json", "Reacted 😮")]
    [InlineData("msg_reaction_removed_no_emoji.json", "Removed a reaction")]
    [InlineData("msg_edit_text.json", "Edited: 2 bags, not 1")]
    [InlineData("msg_edit_image_caption.json", "Edited: Photo: Updated image caption")]
    [InlineData("msg_revoke.json", "Deleted a message")]
    [InlineData("msg_request_welcome.json", "Opened the chat")]
    [InlineData("msg_interactive_nfm_reply_flow.json", "Form answered")]
    [InlineData("msg_unsupported_with_type.json", "Unsupported message")]
    [InlineData("msg_unknown_future_type.json", "Unsupported message")]
    [InlineData("system_user_changed_user_id.json", "User identifier changed")]
    public void The_inbox_shows_words_for_every_kind(string file, string line) =>
        Assert.Equal(line, MessageText.Preview(Sample.Message(file).Payload));

    [Theory]
    [InlineData("""{"type":"text","text":{"body":" \n\t "}}""", "Empty message")]
    [InlineData("""{"type":"text","text":{"body":"one\r\n  two"}}""", "one two")]
    [InlineData("""{"type":"interactive","interactive":{"type":"button","body":{"text":"Your cart"}}}""", "Your cart")]
    [InlineData("""{"type":"edit","edit":{"message":{"type":"edit"}}}""", "Edited: Unsupported message")]
    [InlineData("nonsense", "Unsupported message")]
    public void A_preview_is_one_line_that_is_never_empty(string payload, string line) =>
        Assert.Equal(line, MessageText.Preview(payload));

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var family = "👨‍👩‍👧";
        var preview = MessageText.Preview(GraphMessage.TextPayload(string.Concat(Enumerable.Repeat(family, 500))));

        Assert.InRange(preview.Length, 100, 120);
        Assert.EndsWith($"{family}…", preview, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_number_names_the_new_phone_and_both_user_ids()
    {
        var change = SystemChange.Read(Sample.Message("system_user_changed_number_with_bsuid.json").Payload);

        Assert.Equal(new SystemChange("16505550178", "US.13490000000000000202", null, "US.13490000000000000101"), change);
    }

    [Fact]
    public void A_changed_user_id_names_no_phone()
    {
        var change = SystemChange.Read(Sample.Message("system_user_changed_user_id.json").Payload);

        Assert.Equal((null, "US.13490000000000000202"), (change?.NewPhone, change?.NewUserId));
    }

    [Theory]
    [InlineData("system_customer_identity_changed.json")]
    [InlineData("msg_text.json")]
    public void Other_messages_change_nothing_about_who_the_customer_is(string file) =>
        Assert.Null(SystemChange.Read(Sample.Message(file).Payload));

    [Theory]
    [InlineData("msg_contacts_request_contact_info_reply.json", "16505550134")]
    [InlineData("msg_contacts_request_origin_on_message.json", "16505550134")]
    [InlineData("msg_contacts.json", null)]
    [InlineData("msg_text.json", null)]
    public void Only_an_answer_to_our_question_proves_a_number(string file, string? phone) =>
        Assert.Equal(phone, ContactShared.Read(Sample.Message(file).Payload)?.Phone);
}
