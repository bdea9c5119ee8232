package io.mdm.enrollment.web.resend;

import static io.mdm.enrollment.web.body.Field.optional;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldTable;
import io.mdm.enrollment.web.body.FieldValues;
import io.mdm.enrollment.web.body.ValueReader;
import java.util.function.UnaryOperator;

/** Schemas of resends, whose bodies may be left out. */
final class ResendSchema {
    private static final Field<Boolean> ROTATE =
            optional("rotate", ValueReader::bool).withDefault(false);

    /** Resend of one invitation: whether its link is rotated. */
    static final BodySchema<LinkRotation> ONE = BodySchema.of(
            "{\"rotate\":true}",
            FieldTable.of(ROTATE),
            given -> given.of(ROTATE) ? LinkRotation.ROTATE : LinkRotation.KEEP);

    /** Resend of a batch: an object without members. */
    static final BodySchema<FieldValues> BATCH = BodySchema.of("{}", FieldTable.of(), UnaryOperator.identity());

    private ResendSchema() {}
}
