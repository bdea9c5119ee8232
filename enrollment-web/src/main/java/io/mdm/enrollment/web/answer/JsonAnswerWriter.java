package io.mdm.enrollment.web.answer;

import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.Unwrapped;
import io.mdm.enrollment.api.spi.RecordShape;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * JSON form of answers: records with their components in the order of their declaration and absent values as null, enum
 * constants in camel case, instants as RFC 3339, durations in seconds. The server's own JSON binding is not used,
 * because servers differ in which one they have and in what it does with absent values.
 */
public class JsonAnswerWriter implements MessageBodyWriter<Answer<?>> {
    /** Looked up once: every call of {@code Json.create…} searches all libraries for one. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Answer.class == type;
    }

    @Override
    public void writeTo(
            Answer<?> answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        var json = JSON.createGenerator(out);
        write(json, answer);
        json.flush();
    }

    /** Bytes of an answer, or of a part of one. */
    public static byte[] json(Record answer) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            write(json, answer);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Record object) {
            writeObject(json, object);
        } else if (value instanceof Iterable<?> array) {
            json.writeStartArray();
            array.forEach(element -> write(json, element));
            json.writeEnd();
        } else {
            writeScalar(json, value);
        }
    }

    private static void writeObject(JsonGenerator json, Record object) {
        json.writeStartObject();
        writeMembers(json, object);
        json.writeEnd();
    }

    private static void writeMembers(JsonGenerator json, Record object) {
        for (var component : RecordShape.of(object.getClass()).components()) {
            var value = RecordShape.valueOf(component, object);
            if (component.isAnnotationPresent(Unwrapped.class) && value instanceof Record inner) {
                writeMembers(json, inner);
            } else {
                json.writeKey(component.getName());
                write(json, value);
            }
        }
    }

    private static void writeScalar(JsonGenerator json, Object value) {
        if (value instanceof Boolean truth) {
            json.write(truth);
        } else if (value instanceof Number number) {
            json.write(number.longValue());
        } else if (value instanceof Enum<?> constant) {
            json.write(WireName.of(constant));
        } else if (value instanceof Duration duration) {
            json.write(duration.toSeconds());
        } else if (value instanceof String || value instanceof Instant) {
            json.write(value.toString());
        } else {
            throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }
}
