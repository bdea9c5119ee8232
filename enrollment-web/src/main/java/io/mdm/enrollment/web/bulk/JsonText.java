package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.BodyRefused;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a body that is one JSON text, all of it and nothing else. */
final class JsonText {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private JsonText() {}

    /**
     * What the body means.
     *
     * @param reader reads the value at hand; what it returns is asked once nothing was refused
     * @throws BodyRefused with everything that is wrong with the body, in document order
     */
    static <T> T read(BodyText text, BodyErrors errors, Function<StrictJson, Supplier<T>> reader) {
        try (JsonParser parser = PARSERS.createParser(text)) {
            StrictJson json = new StrictJson(new JsonEvents(parser, errors), errors);
            Supplier<T> meaning = reader.apply(json);
            json.end();
            errors.refuseIfAny();
            return meaning.get();
        }
    }
}
