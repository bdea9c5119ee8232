package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.ErrorType;
import io.mdm.enrollment.web.body.SettingsReader;
import io.mdm.enrollment.web.body.StrictJson;
import io.mdm.enrollment.web.body.ValueReader;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.json.stream.JsonParser.Event;

/** The request itself: settings, flat or wrapped in {@code children}, and recipients. */
final class RequestReader implements BodyReader<BulkRequest> {
    /** The least that is a request, for messages. */
    static final String FLAT_FORM = "{\"sendEmail\":true,\"userEmails\":[\"ana@acme.example\"]}";

    private final StrictJson json;
    private final ValueReader values;
    private final SettingsReader settings;
    private final RecipientsReader recipients;

    RequestReader(StrictJson json, RequestLimits limits) {
        this.json = json;
        this.values = new ValueReader(json, FLAT_FORM);
        this.settings = new SettingsReader(json, values, limits);
        this.recipients = new RecipientsReader(json, values, limits.recipients());
    }

    @Override
    public void read() {
        if (json.at(Event.START_OBJECT)) {
            json.members(this::readMember);
            settings.refuseMissing();
            recipients.refuseMissing();
        } else {
            json.refuse(ErrorType.OBJECT_BASE, "must be one JSON object: " + FLAT_FORM);
        }
    }

    /**
     * The request, if nothing was refused while it was read.
     *
     * @throws RequestException of {@link HttpProblem#TOO_MANY_RECIPIENTS}
     */
    @Override
    public BulkRequest request() {
        return new BulkRequest(settings.settings(), recipients.addresses());
    }

    private void readMember(String key) {
        switch (key) {
            case "type" -> values.constant("object");
            case "children" -> values.object(settings::read);
            case "userEmails" -> recipients.read();
            default -> settings.read(key);
        }
    }
}
