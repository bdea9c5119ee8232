package io.mdm.enrollment.web.erasure;

import static io.mdm.enrollment.web.body.Field.required;

import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldTable;
import io.mdm.enrollment.web.body.TextRules;

/** Schema of an erasure. The address need not be deliverable: rejected ones are stored as well. */
final class ErasureSchema {
    private static final Field<String> EMAIL = required("email", TextRules::address);

    static final BodySchema<String> REQUEST =
            BodySchema.of("{\"email\":\"ana@acme.example\"}", FieldTable.of(EMAIL), given -> given.of(EMAIL));

    private ErasureSchema() {}
}
