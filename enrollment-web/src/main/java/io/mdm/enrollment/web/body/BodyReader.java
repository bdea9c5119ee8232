package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.config.RequestLimits;
import io.mdm.enrollment.web.metric.IgnoredFields;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reader of request bodies, shared by all requests. Streams stay open. */
@Dependent
public class BodyReader {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final RequestLimits limits;
    private final Consumer<IgnoredFields> ignored;

    @Inject
    BodyReader(RequestLimits limits, Event<IgnoredFields> ignored) {
        this(limits, ignored::fire);
    }

    /** @param ignored told of unknown fields that were ignored in an accepted body */
    public BodyReader(RequestLimits limits, Consumer<IgnoredFields> ignored) {
        this.limits = limits;
        this.ignored = ignored;
    }

    /**
     * Reads a whole body.
     *
     * @throws RequestRefused with everything that is wrong with the body, in document order
     * @throws RequestException of {@link HttpProblem#BODY_TOO_LARGE} as soon as the stream passes the limit
     * @throws UncheckedIOException if the stream breaks, or is slower than a {@link PacedBody} may be
     */
    public <T> T read(InputStream body, BodySchema<T> schema) {
        return readUnlessEmpty(body, schema)
                .orElseThrow(() ->
                        new RequestErrors().last(ErrorType.ANY_REQUIRED, "a body is required: " + schema.example()));
    }

    /** Reads a body that may be left out. */
    public <T> Optional<T> readUnlessEmpty(InputStream body, BodySchema<T> schema) {
        RequestErrors errors = new RequestErrors();
        BodyText text = new BodyText(new PacedBody(body), schema.size().maxBytes(limits), errors);
        return text.isEmpty() ? Optional.empty() : Optional.of(read(text, errors, schema));
    }

    private <T> T read(BodyText text, RequestErrors errors, BodySchema<T> schema) {
        try (JsonParser parser = PARSERS.createParser(text)) {
            StrictJson json = new StrictJson(new JsonEvents(parser, errors), errors);
            ValueReader reader = new ValueReader(json, schema.example(), limits);
            FieldValues values = schema.fields().read(reader, schema.otherwise());
            json.end();
            errors.refuseIfAny();
            if (reader.ignored() > 0) {
                ignored.accept(new IgnoredFields(reader.ignored()));
            }
            return schema.request().apply(values);
        }
    }
}
