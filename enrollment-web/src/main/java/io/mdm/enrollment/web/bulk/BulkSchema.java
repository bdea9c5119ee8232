package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.body.Field.optional;

import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.http.BulkUpdateRequest;
import io.mdm.enrollment.api.http.PreviewRequest;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldTable;
import io.mdm.enrollment.web.body.FieldValues;
import io.mdm.enrollment.web.body.SettingsFields;
import io.mdm.enrollment.web.body.ValueReader;
import io.mdm.enrollment.web.config.BodySize;
import java.time.Instant;
import java.util.Map;

/** Schema of a bulk request: settings, flat or wrapped in {@code children}, and recipients. */
final class BulkSchema {
    private static final String EXAMPLE = "{\"sendEmail\":true,\"userEmails\":[\"ana@acme.example\"]}";

    private static final Field<Recipients> USER_EMAILS = optional("userEmails", Recipients::addresses);
    /** Also the name of a file with the same. */
    static final Field<Recipients> RECIPIENTS = optional("recipients", Recipients::people);

    private static final Field<RequestedReminders> REMINDERS =
            optional(RequestedReminders.NAME, RequestedReminders::read);
    private static final Field<Instant> SEND_AT = optional("sendAt", ValueReader::instant);

    private static final Map<String, OnPending> PENDING = WireName.index(OnPending.values());
    private static final Field<OnPending> ON_PENDING =
            optional("onPending", value -> value.oneOf(PENDING)).withDefault(OnPending.ADD);

    private static final FieldTable SETTINGS = SettingsFields.TABLE
            .orIn("children")
            .and(optional("type", value -> value.constant("object")), ON_PENDING, REMINDERS, SEND_AT);

    private static final FieldTable WITH_RECIPIENTS = SETTINGS.andEither(USER_EMAILS, RECIPIENTS);

    /** Too many recipients, then reminders that are too soon, are refused only in a body without other errors. */
    static final BodySchema<BulkRequest> REQUEST = BodySchema.of(EXAMPLE, WITH_RECIPIENTS, BulkSchema::request)
            .showingExample()
            .of(BodySize.BULK);

    /** The same without recipients, which a file holds. */
    static final BodySchema<BulkRequest> SETTINGS_OF_FILE = BodySchema.of(
                    "{\"sendEmail\":true}", SETTINGS, given -> request(given, true))
            .of(BodySize.BULK);

    private static final Field<RequestedRecipient> RECIPIENT = optional("recipient", RequestedRecipient::read);

    /** The same with one of the recipients. */
    static final BodySchema<PreviewRequest> PREVIEW = BodySchema.of(
                    EXAMPLE, WITH_RECIPIENTS.and(RECIPIENT), BulkSchema::previewRequest)
            .showingExample()
            .of(BodySize.BULK);

    private static final Field<Boolean> PAUSED = optional("paused", ValueReader::bool);

    /** Change of a bulk request: more time, a pause, another time for its mails. */
    static final BodySchema<BulkUpdateRequest> UPDATE = BodySchema.of(
            "{\"duration\":86400}",
            FieldTable.of(SettingsFields.MORE_TIME, PAUSED, SEND_AT),
            given -> new BulkUpdateRequest(
                    given.find(SettingsFields.MORE_TIME), given.find(PAUSED), given.find(SEND_AT)));

    private BulkSchema() {}

    private static BulkRequest request(FieldValues given) {
        return request(given, false);
    }

    private static BulkRequest request(FieldValues given, boolean isOfFile) {
        var recipients = given.find(RECIPIENTS).orElseGet(() -> given.of(USER_EMAILS));
        return new BulkRequest(
                SettingsFields.settings(given),
                recipients.addresses(),
                isOfFile,
                recipients.particulars(),
                given.of(ON_PENDING),
                given.find(REMINDERS).map(asked -> asked.within(given.of(SettingsFields.DURATION))),
                given.find(SEND_AT));
    }

    private static PreviewRequest previewRequest(FieldValues given) {
        var request = request(given);
        var recipient =
                given.find(RECIPIENT).map(asked -> asked.of(request.addresses().size()));
        return new PreviewRequest(
                request, recipient.flatMap(RequestedRecipient::index), recipient.flatMap(RequestedRecipient::address));
    }
}
