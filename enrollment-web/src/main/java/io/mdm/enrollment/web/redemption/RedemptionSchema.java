package io.mdm.enrollment.web.redemption;

import static io.mdm.enrollment.web.body.Field.required;

import io.mdm.enrollment.api.http.RedemptionRequest;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.Field;
import io.mdm.enrollment.web.body.FieldTable;
import io.mdm.enrollment.web.body.FieldValues;
import io.mdm.enrollment.web.body.TextRules;
import io.mdm.enrollment.web.body.ValueReader;
import java.util.List;

/** Schemas of verification and redemption. Whether a proof is valid is decided elsewhere. */
final class RedemptionSchema {
    private static final Field<String> TOKEN = required("token", ValueReader::string);
    private static final Field<String> EMAIL = required("email", ValueReader::string);
    private static final Field<String> CODE = required("enrollCode", ValueReader::string);
    private static final Field<String> DEVICE = required("winDeviceId", TextRules::id);
    private static final FieldTable PROOF = FieldTable.either(List.of(TOKEN), List.of(EMAIL, CODE));

    static final BodySchema<Proof> VERIFICATION = BodySchema.of(
                    "{\"token\":\"mdmenr_…\"} or {\"email\":\"ana@acme.example\",\"enrollCode\":\"K7QFA-2M9XR\"}",
                    PROOF,
                    RedemptionSchema::proof)
            .showingExample();

    static final BodySchema<RedemptionRequest> REDEMPTION = BodySchema.of(
                    "{\"token\":\"mdmenr_…\",\"winDeviceId\":\"698efa6ed851667d9c0aec99\"}",
                    PROOF.and(DEVICE),
                    given -> new RedemptionRequest(proof(given), given.of(DEVICE)))
            .showingExample();

    private RedemptionSchema() {}

    private static Proof proof(FieldValues given) {
        return given.find(TOKEN)
                .<Proof>map(Proof.Credential::new)
                .orElseGet(() -> new Proof.Code(given.of(EMAIL), given.of(CODE)));
    }
}
