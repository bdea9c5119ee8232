package io.mdm.enrollment.web.resend;

import static io.mdm.enrollment.web.body.Field.optional;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.api.ResendBatch.Selection;
import io.mdm.enrollment.api.http.BulkResendRequest;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldTable;
import io.mdm.enrollment.web.body.FieldValues;
import io.mdm.enrollment.web.body.TextRules;
import io.mdm.enrollment.web.body.ValueReader;
import java.util.Map;

/** Schemas of resends, whose bodies may be left out. */
final class ResendSchema {
    private static final Field<Boolean> ROTATE =
            optional("rotate", ValueReader::bool).withDefault(false);

    private static final Map<String, Selection> SELECTIONS = WireName.index(Selection.values());
    private static final Field<Selection> TO =
            optional("to", (ValueReader value) -> value.oneOf(SELECTIONS)).withDefault(Selection.UNREACHED);
    private static final Field<String> EMAIL_TEXT = optional("emailText", TextRules::emailText);

    /** Resend of one invitation: whether its link is rotated. */
    static final BodySchema<LinkRotation> ONE =
            BodySchema.of("{\"rotate\":true}", FieldTable.of(ROTATE), ResendSchema::rotation);

    /** Resend of a batch: to whom, whether links are rotated, and the text. */
    static final BodySchema<BulkResendRequest> BATCH = BodySchema.of(
            "{\"to\":\"notEnrolled\"}",
            FieldTable.of(TO, ROTATE, EMAIL_TEXT),
            given -> new BulkResendRequest(given.of(TO), rotation(given), given.find(EMAIL_TEXT)));

    private ResendSchema() {}

    private static LinkRotation rotation(FieldValues given) {
        return given.of(ROTATE) ? LinkRotation.ROTATE : LinkRotation.KEEP;
    }
}
