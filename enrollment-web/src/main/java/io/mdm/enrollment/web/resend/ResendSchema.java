package io.mdm.enrollment.web.resend;

import static io.mdm.enrollment.web.body.Field.optional;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldTable;
import io.mdm.enrollment.web.body.FieldValues;
import io.mdm.enrollment.web.body.ValueReader;
import java.util.function.UnaryOperator;

/** Bodies of resends, which may be left out. */
final class ResendSchema {
    private static final Field<Boolean> ROTATE =
            optional("rotate", ValueReader::bool).or(false);

    /** Whether the link stays. */
    static final BodySchema<LinkRotation> ONE = BodySchema.of(
            "{\"rotate\":true}",
            FieldTable.of(ROTATE),
            given -> given.of(ROTATE) ? LinkRotation.ROTATE : LinkRotation.KEEP);

    /** An object without members. */
    static final BodySchema<FieldValues> BATCH = BodySchema.of("{}", FieldTable.of(), UnaryOperator.identity());

    private ResendSchema() {}
}
