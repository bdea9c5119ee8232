package io.mdm.enrollment.web.bulk;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.CarriedOut;
import io.mdm.enrollment.api.IdempotentCommand;
import io.mdm.enrollment.api.IdempotentCommands;
import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.config.RequestLimits;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import io.mdm.enrollment.web.security.RequestContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Reads bodies in tests, under the default limits unless others are given. */
public record Reading(BodyReader reader) {
    public static final RequestLimits DEFAULTS = new RequestLimits(100_000, 16 << 20, 20_000, 60, 2_592_000, 8);

    /** Of a request without an idempotency key. */
    static final RequestIdempotency WITHOUT_KEY = new RequestIdempotency(
            new IdempotentCommands() {
                @Override
                public <T, R extends Record> CarriedOut<T> once(IdempotentCommand<T, R> command) {
                    throw new AssertionError("nothing is carried out");
                }
            },
            new RequestContext());

    private static final Reading BY_DEFAULT = under(DEFAULTS);

    static Reading under(RequestLimits limits) {
        return new Reading(new BodyReader(limits, ignored -> {}));
    }

    static BulkRequest accepted(String body) {
        return accepted(body.getBytes(StandardCharsets.UTF_8));
    }

    static BulkRequest accepted(byte[] body) {
        return BY_DEFAULT.read(body);
    }

    /** The errors of a body, each as its path, joined by dots, a space and its type. */
    static List<String> refused(String body) {
        return kinds(refusal(body));
    }

    static RequestRefused refusal(String body) {
        return refusal(body.getBytes(StandardCharsets.UTF_8));
    }

    static RequestRefused refusal(byte[] body) {
        return refusal(new ByteArrayInputStream(body));
    }

    static RequestRefused refusal(InputStream body) {
        return catchThrowableOfType(RequestRefused.class, () -> BY_DEFAULT.read(body));
    }

    public static List<String> kinds(RequestRefused refusal) {
        return refusal.errors().stream().map(Reading::kind).toList();
    }

    /** A good body but for one field, given as JSON. */
    static String bodyWith(String field, String value) {
        return switch (field) {
            case "sendEmail" -> "{\"sendEmail\":%s,\"userEmails\":[]}".formatted(value);
            case "userEmails" -> "{\"sendEmail\":true,\"userEmails\":%s}".formatted(value);
            default -> "{\"sendEmail\":true,\"%s\":%s,\"userEmails\":[]}".formatted(field, value);
        };
    }

    BulkRequest read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    BulkRequest read(byte[] body) {
        return read(new ByteArrayInputStream(body));
    }

    BulkRequest read(InputStream body) {
        return reader.read(body, BulkSchema.REQUEST);
    }

    private static String kind(RequestError error) {
        return error.path().stream().map(String::valueOf).collect(Collectors.joining(".")) + " " + error.type();
    }
}
