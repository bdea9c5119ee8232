package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.RequestException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.UncheckedIOException;

/** Events of a JSON text (RFC 8259). Whatever the parser throws becomes the last error of the body. */
final class JsonEvents implements ValueEvents {
    private final JsonParser parser;
    private final RequestErrors errors;

    JsonEvents(JsonParser parser, RequestErrors errors) {
        this.parser = parser;
        this.errors = errors;
    }

    @Override
    public Event next() {
        try {
            return parser.next();
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public String text() {
        return parser.getString();
    }

    @Override
    public void end() {
        try {
            if (parser.hasNext()) {
                throw new IllegalStateException("text after the value");
            }
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    /** Exceptions of the body's own text pass; parsers throw many types for what is merely not JSON. */
    private RuntimeException broken(RuntimeException cause) {
        if (cause instanceof RequestException || cause instanceof UncheckedIOException) {
            return cause;
        }
        return errors.last(ErrorType.JSON_SYNTAX, "must be one JSON object" + place(cause));
    }

    private static String place(RuntimeException cause) {
        if (cause instanceof JsonParsingException parsing && parsing.getLocation() != null) {
            var place = parsing.getLocation();
            return "; it is broken at line " + place.getLineNumber() + ", column " + place.getColumnNumber();
        }
        return "";
    }
}
