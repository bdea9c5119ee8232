package io.mdm.enrollment.web.redemption;

import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.StrictJson;

/** The body that holds a proof and nothing else. */
final class VerificationReader implements BodyReader<Proof> {
    /** For messages. */
    static final String FORM =
            "{\"token\":\"mdmenr_…\"} or {\"email\":\"ana@acme.example\",\"enrollCode\":\"K7QFA-2M9XR\"}";

    private final ProofReader proof;

    VerificationReader(StrictJson json) {
        proof = new ProofReader(json, FORM);
    }

    @Override
    public void read() {
        proof.readObject(proof::readMember);
    }

    @Override
    public Proof request() {
        return proof.proof();
    }
}
