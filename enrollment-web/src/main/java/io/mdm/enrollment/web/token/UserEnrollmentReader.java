package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.http.UserTokenRequest;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.SettingsReader;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.TextReader;
import io.mdm.enrollment.web.body.ValueReader;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.json.stream.JsonParser.Event;
import org.jspecify.annotations.Nullable;

/** A request for one token: settings, and whom to invite. */
final class UserEnrollmentReader implements BodyReader<UserTokenRequest> {
    static final String FORM = "{\"sendEmail\":true,\"mdmUserId\":\"698efa6ed851667d9c0aec8b\"}";

    private final StrictJson json;
    private final ValueReader values;
    private final SettingsReader settings;
    private final TextReader texts;

    private @Nullable String mdmUserId;

    UserEnrollmentReader(StrictJson json, RequestLimits limits) {
        this.json = json;
        this.values = new ValueReader(json, FORM);
        this.settings = new SettingsReader(json, values, limits);
        this.texts = new TextReader(json, values);
    }

    @Override
    public void read() {
        boolean object = json.at(Event.START_OBJECT);
        values.object(this::readMember);
        if (object) {
            settings.refuseMissing();
            if (mdmUserId == null) {
                json.refuseMissing("mdmUserId");
            }
        }
    }

    @Override
    public UserTokenRequest request() {
        return new UserTokenRequest(settings.settings(), String.valueOf(mdmUserId));
    }

    private void readMember(String key) {
        if (key.equals("mdmUserId")) {
            mdmUserId = texts.id();
        } else {
            settings.read(key);
        }
    }
}
