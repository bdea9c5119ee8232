package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.body.Field.optional;
import static io.mdm.enrollment.web.body.Field.required;

import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.http.BulkUpdateRequest;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldTable;
import io.mdm.enrollment.web.body.SettingsFields;
import io.mdm.enrollment.web.body.ValueReader;
import io.mdm.enrollment.web.config.BodySize;
import java.util.Map;

/** Schema of a bulk request: settings, flat or wrapped in {@code children}, and recipients. */
final class BulkSchema {
    private static final Field<Recipients> RECIPIENTS = required("userEmails", Recipients::read);
    private static final Field<RequestedReminders> REMINDERS =
            optional(RequestedReminders.NAME, RequestedReminders::read);

    private static final Map<String, OnPending> PENDING = WireName.index(OnPending.values());
    private static final Field<OnPending> ON_PENDING =
            optional("onPending", value -> value.oneOf(PENDING)).withDefault(OnPending.ADD);

    /** Too many recipients, then reminders that are too soon, are refused only in a body without other errors. */
    static final BodySchema<BulkRequest> REQUEST = BodySchema.of(
                    "{\"sendEmail\":true,\"userEmails\":[\"ana@acme.example\"]}",
                    SettingsFields.TABLE
                            .orIn("children")
                            .and(
                                    optional("type", value -> value.constant("object")),
                                    ON_PENDING,
                                    RECIPIENTS,
                                    REMINDERS),
                    given -> new BulkRequest(
                            SettingsFields.settings(given),
                            given.of(RECIPIENTS).addresses(),
                            given.of(ON_PENDING),
                            given.find(REMINDERS).map(asked -> asked.within(given.of(SettingsFields.DURATION)))))
            .showingExample()
            .of(BodySize.BULK);

    private static final Field<Boolean> PAUSED = optional("paused", ValueReader::bool);

    /** Change of a bulk request: more time, a pause, or both. */
    static final BodySchema<BulkUpdateRequest> UPDATE = BodySchema.of(
            "{\"duration\":86400}",
            FieldTable.of(SettingsFields.MORE_TIME, PAUSED),
            given -> new BulkUpdateRequest(given.find(SettingsFields.MORE_TIME), given.find(PAUSED)));

    private BulkSchema() {}
}
