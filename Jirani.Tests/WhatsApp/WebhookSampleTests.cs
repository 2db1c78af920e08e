using Jirani.Infrastructure.WhatsApp;

namespace Jirani.Tests.WhatsApp;

public sealed class WebhookSampleTests
{
    private const string Expected = """
        account_alerts.json | Unusable unhandled_field:account_alerts
        account_review_update.json | Unusable unhandled_field:account_review_update
        account_update_deleted.json | Unusable unhandled_field:account_update
        account_update_partner_app_uninstalled.json | Unusable unhandled_field:account_update
        account_update_restriction.json | Unusable unhandled_field:account_update
        account_update_violation.json | Unusable unhandled_field:account_update
        batch_messages_and_statuses_same_value.json | Message text Text 16505550134; Status Read
        batch_three_messages_two_senders.json | Message text Text 16505550134; Message image Media 16505550134; Message text Text 16505550178
        batch_two_entries_two_numbers.json | Message text Text 16505550134; Message text Text 16505550134
        business_capability_update.json | Unusable unhandled_field:business_capability_update
        call_connect_user_initiated.json | Unusable unhandled_field:calls
        dashboard_test_sample.json | Message text Text 16315551181
        echo_smb_bsuid_no_to.json | Echo text US.13490000000000000101
        echo_smb_text.json | Echo text 16505550134
        history_chunk.json | Unusable unhandled_field:history
        msg_audio_file.json | Message audio Media 16505550134
        msg_audio_voice_note.json | Message audio Media 16505550134
        msg_button_template_quick_reply.json | Message button Button 16505550134
        msg_contacts.json | Message contacts Contacts 16505550134
        msg_contacts_request_contact_info_reply.json | Message contacts Contacts 16505550134
        msg_contacts_request_origin_on_message.json | Message contacts Contacts US.13490000000000000101
        msg_document_filename_caption.json | Message document Media 16505550134
        msg_edit_image_caption.json | Message edit Silent 16505550134
        msg_edit_text.json | Message edit Silent 16505550134
        msg_image_minimal.json | Message image Media 16505550134
        msg_image_with_url.json | Message image Media 16505550134
        msg_interactive_button_reply.json | Message interactive Interactive 16505550134
        msg_interactive_list_reply_description.json | Message interactive Interactive 16505550134
        msg_interactive_nfm_reply_flow.json | Message interactive Interactive 16505550134
        msg_interactive_nfm_reply_non_object.json | Message interactive Interactive 16505550134
        msg_location_named.json | Message location Location 16505550134
        msg_order_catalog.json | Message order Order 16505550134
        msg_order_decimal_no_text.json | Message order Order 16505550134
        msg_order_quantity_as_string.json | Message order Order 16505550134
        msg_reaction.json | Message reaction Silent 16505550134
        msg_reaction_removed_no_emoji.json | Message reaction Silent 16505550134
        msg_request_welcome.json | Message request_welcome Silent 16505550134
        msg_revoke.json | Message revoke Silent 16505550134
        msg_sticker_animated.json | Message sticker Media 16505550134
        msg_sticker_static.json | Message sticker Media 16505550134
        msg_text.json | Message text Text 16505550134
        msg_text_bsuid_in_from.json | Message text Text US.13490000000000000101
        msg_text_bsuid_only.json | Message text Text US.13490000000000000101
        msg_text_bsuid_username.json | Message text Text US.13490000000000000101
        msg_text_context_false_flags.json | Message text Text 16505550134
        msg_text_group.json | Message text Silent 16505550134
        msg_text_no_sender.json | Unusable no_sender
        msg_text_referral_ctwa_ad.json | Message text Text 16505550134
        msg_text_referred_product.json | Message text Text 16505550134
        msg_text_reply_context.json | Message text Text 16505550134
        msg_text_same_phone_new_bsuid.json | Message text Text 16505550134
        msg_text_unicode_escapes.json | Message text Text 16505550134
        msg_unknown_future_type.json | Message poll_update Silent 16505550134
        msg_unsupported_131060_unavailable.json | Message unsupported Silent 16505550134
        msg_unsupported_with_type.json | Message unsupported Silent 16505550134
        msg_video_forwarded_caption.json | Message video Media 16505550134
        msg_voice_legacy_type.json | Message voice Media 16505550134
        not_whatsapp_object.json | Unusable unhandled_object
        phone_number_quality_update_no_current_limit.json | Unusable unhandled_field:phone_number_quality_update
        smb_app_state_sync.json | Unusable unhandled_field:smb_app_state_sync
        status_deleted_legacy.json |
        status_delivered_pmp_utility.json | Status Delivered
        status_failed_130429.json | Status Failed 130429
        status_failed_131047_reengagement.json | Status Failed 131047
        status_failed_131050.json | Status Failed 131050
        status_failed_132015.json | Status Failed 132015
        status_failed_legacy_no_error_data.json | Status Failed 131014
        status_read_without_delivered.json | Status Read
        status_sent_biz_opaque_callback_data_cbp.json | Status Sent
        status_sent_bsuid_recipient.json | Status Sent
        status_sent_cbp_legacy.json | Status Sent
        status_sent_pmp_free_customer_service.json | Status Sent
        status_sent_pmp_service.json | Status Sent
        status_sent_with_errors_warning.json | Status Sent 470
        system_customer_identity_changed.json | Message system Silent 16505550134
        system_user_changed_number_with_bsuid.json | Message system Silent 16505550134
        system_user_changed_user_id.json | Message system Silent US.13490000000000000101
        template_components_update.json | Unusable unhandled_field:message_template_components_update
        template_quality_update_yellow.json | Unusable unhandled_field:message_template_quality_update
        template_status_approved.json | Unusable unhandled_field:message_template_status_update
        template_status_approved_no_reason.json | Unusable unhandled_field:message_template_status_update
        template_status_disabled.json | Unusable unhandled_field:message_template_status_update
        template_status_flagged_reason_null.json | Unusable unhandled_field:message_template_status_update
        template_status_paused_other_info.json | Unusable unhandled_field:message_template_status_update
        template_status_pending_deletion.json | Unusable unhandled_field:message_template_status_update
        template_status_rejected_info.json | Unusable unhandled_field:message_template_status_update
        template_status_rejected_scam.json | Unusable unhandled_field:message_template_status_update
        user_preferences_stop.json | Unusable unhandled_field:user_preferences
        value_errors_only.json | Unusable value_errors
        """;

    public static TheoryData<string, string> Table { get; } = new(Rows());

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_sample_yields_its_items(string file, string expected) =>
        Assert.Equal(expected, string.Join("; ", Sample.Items(file).Select(Describe)));

    [Fact]
    public void No_sample_is_left_out() =>
        Assert.Equal(
            Directory.EnumerateFiles(Sample.Folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Rows().Select(row => row.Item1).Order(StringComparer.Ordinal));

    private static IEnumerable<(string, string)> Rows() =>
        Expected.Split('\n').Select(line => line.Split('|')).Select(parts => (parts[0].Trim(), parts[1].Trim()));

    private static string Describe(WebhookItem item) => item switch
    {
        WebhookItem.Message message => $"Message {message.Type} {message.Kind} {message.Sender.Phone ?? message.Sender.UserId}",
        WebhookItem.Status status => $"Status {status.Reached} {status.ErrorCode}".TrimEnd(),
        WebhookItem.Echo echo => $"Echo {echo.Type} {echo.Recipient.Phone ?? echo.Recipient.UserId}",
        WebhookItem.Unusable unusable => $"Unusable {unusable.Reason}",
        _ => item.ToString(),
    };
}
