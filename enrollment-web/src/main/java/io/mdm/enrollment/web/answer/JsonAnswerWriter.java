package io.mdm.enrollment.web.answer;

import io.mdm.enrollment.api.http.Answer;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON: records with their components in the order of their declaration and absent values as null, enum
 * constants in camel case, instants as RFC 3339. The server's own JSON binding is not asked, because servers differ in
 * which one they use and in what it does with absent values.
 */
@Provider
public class JsonAnswerWriter implements MessageBodyWriter<Answer<?>> {

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
        var json = Json.createGenerator(out);
        write(json, answer);
        json.flush();
    }

    /** The bytes that are sent for an answer. */
    public static byte[] json(Answer<?> answer) {
        var bytes = new ByteArrayOutputStream();
        try (var json = Json.createGenerator(bytes)) {
            write(json, answer);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Record object) {
            writeObject(json, object);
        } else if (value instanceof Collection<?> array) {
            json.writeStartArray();
            array.forEach(element -> write(json, element));
            json.writeEnd();
        } else {
            writeScalar(json, value);
        }
    }

    private static void writeObject(JsonGenerator json, Record object) {
        json.writeStartObject();
        for (var component : object.getClass().getRecordComponents()) {
            json.writeKey(component.getName());
            write(json, valueOf(component, object));
        }
        json.writeEnd();
    }

    private static @Nullable Object valueOf(RecordComponent component, Record object) {
        try {
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void writeScalar(JsonGenerator json, Object value) {
        if (value instanceof Boolean truth) {
            json.write(truth);
        } else if (value instanceof Number number) {
            json.write(number.longValue());
        } else if (value instanceof Enum<?> constant) {
            json.write(WireName.of(constant));
        } else if (value instanceof String || value instanceof Instant) {
            json.write(value.toString());
        } else {
            throw new IllegalArgumentException("no JSON form for " + value.getClass());
        }
    }
}
