package io.mdm.enrollment.web.erasure;

import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.ErrorType;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;
import jakarta.json.stream.JsonParser.Event;
import org.jspecify.annotations.Nullable;

/** Whose address it is. Whether it can be mailed does not matter: what was rejected is stored as well. */
final class AddressReader implements BodyReader<String> {
    static final String FORM = "{\"email\":\"ana@acme.example\"}";

    private static final String EMAIL = "email";

    private final StrictJson json;
    private final ValueReader values;
    private @Nullable String email;

    AddressReader(StrictJson json) {
        this.json = json;
        this.values = new ValueReader(json, FORM);
    }

    @Override
    public void read() {
        boolean object = json.at(Event.START_OBJECT);
        values.object(this::readMember);
        if (object && email == null) {
            json.refuseMissing(EMAIL);
        }
    }

    @Override
    public String request() {
        return String.valueOf(email);
    }

    private void readMember(String key) {
        if (key.equals(EMAIL)) {
            email = values.string();
            if (json.at(Event.VALUE_STRING) && email.isBlank()) {
                json.refuse(ErrorType.STRING_PATTERN, "must be an address");
            }
        } else {
            json.refuseUnknown();
        }
    }
}
