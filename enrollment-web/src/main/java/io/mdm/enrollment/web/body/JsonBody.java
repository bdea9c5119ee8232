package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A body as it comes from the network.
 *
 * @param stream stays open
 * @param maxBytes how many bytes it may have, a byte order mark included
 * @param form the least that is a good body, for messages
 */
public record JsonBody(InputStream stream, long maxBytes, String form) {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /**
     * Has the body read, all of it and nothing else.
     *
     * @throws RequestRefused with everything that is wrong with the body, in document order
     * @throws RequestException of {@link HttpProblem#BODY_TOO_LARGE} as soon as the stream passes the limit
     * @throws UncheckedIOException if the stream breaks
     */
    public <T> T read(Function<StrictJson, BodyReader<T>> readers) {
        return readUnlessEmpty(readers)
                .orElseThrow(() -> new RequestErrors().last(ErrorType.ANY_REQUIRED, "a body is required: " + form));
    }

    /** The same for a body that may be left out. */
    public <T> Optional<T> readUnlessEmpty(Function<StrictJson, BodyReader<T>> readers) {
        RequestErrors errors = new RequestErrors();
        BodyText text = new BodyText(stream, maxBytes, errors);
        return text.isEmpty() ? Optional.empty() : Optional.of(read(text, errors, readers));
    }

    private static <T> T read(BodyText text, RequestErrors errors, Function<StrictJson, BodyReader<T>> readers) {
        try (JsonParser parser = PARSERS.createParser(text)) {
            StrictJson json = new StrictJson(new JsonEvents(parser, errors), errors);
            BodyReader<T> reader = readers.apply(json);
            reader.read();
            json.end();
            errors.refuseIfAny();
            return reader.request();
        }
    }
}
