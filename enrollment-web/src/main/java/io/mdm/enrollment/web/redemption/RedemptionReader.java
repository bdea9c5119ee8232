package io.mdm.enrollment.web.redemption;

import io.mdm.enrollment.api.http.RedemptionRequest;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.TextReader;
import io.mdm.enrollment.web.body.ValueReader;
import jakarta.json.stream.JsonParser.Event;
import org.jspecify.annotations.Nullable;

/** The body that holds a proof and the device to use it for. */
final class RedemptionReader implements BodyReader<RedemptionRequest> {
    /** For messages. */
    static final String FORM = "{\"token\":\"mdmenr_…\",\"winDeviceId\":\"698efa6ed851667d9c0aec99\"}";

    private static final String DEVICE = "winDeviceId";

    private final StrictJson json;
    private final ProofReader proof;
    private final TextReader texts;
    private @Nullable String winDeviceId;

    RedemptionReader(StrictJson json) {
        this.json = json;
        this.proof = new ProofReader(json, FORM);
        this.texts = new TextReader(json, new ValueReader(json, FORM));
    }

    @Override
    public void read() {
        proof.readObject(this::readMember);
        if (winDeviceId == null && json.at(Event.END_OBJECT)) {
            json.refuseMissing(DEVICE);
        }
    }

    @Override
    public RedemptionRequest request() {
        return new RedemptionRequest(proof.proof(), String.valueOf(winDeviceId));
    }

    private void readMember(String key) {
        if (key.equals(DEVICE)) {
            winDeviceId = texts.id();
        } else {
            proof.readMember(key);
        }
    }
}
