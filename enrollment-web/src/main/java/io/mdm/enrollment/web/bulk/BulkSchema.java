package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.body.Field.optional;
import static io.mdm.enrollment.web.body.Field.required;

import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.SettingsFields;
import io.mdm.enrollment.web.config.BodySize;

/** Schema of a bulk request: settings, flat or wrapped in {@code children}, and recipients. */
final class BulkSchema {
    private static final Field<Recipients> RECIPIENTS = required("userEmails", Recipients::read);

    /** Too many recipients are refused only in a body without other errors. */
    static final BodySchema<BulkRequest> REQUEST = BodySchema.of(
                    "{\"sendEmail\":true,\"userEmails\":[\"ana@acme.example\"]}",
                    SettingsFields.TABLE
                            .orIn("children")
                            .and(optional("type", value -> value.constant("object")), RECIPIENTS),
                    given -> new BulkRequest(
                            SettingsFields.settings(given), given.of(RECIPIENTS).addresses()))
            .showingExample()
            .of(BodySize.BULK);

    private BulkSchema() {}
}
