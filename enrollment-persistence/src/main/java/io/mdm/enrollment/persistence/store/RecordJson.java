package io.mdm.enrollment.persistence.store;

import static java.util.Objects.requireNonNull;

import io.mdm.enrollment.api.spi.RecordShape;
import io.mdm.enrollment.api.token.Language;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON objects: one member per component, of its name, in the order of declaration, and none for null.
 * Durations are whole seconds, languages their tags, instants in the form of RFC 3339, other constants their names. A
 * list that is absent is read as an empty one.
 */
final class RecordJson {
    /** Looked up once: every call of {@code Json.create…} searches all libraries for one. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Map<Type, Function<JsonValue, Object>> READERS = Map.of(
            boolean.class, JsonValue.TRUE::equals,
            int.class, value -> ((JsonNumber) value).intValueExact(),
            Long.class, value -> ((JsonNumber) value).longValueExact(),
            long.class, value -> ((JsonNumber) value).longValueExact(),
            String.class, RecordJson::text,
            Instant.class, value -> Instant.parse(text(value)),
            Duration.class, value -> Duration.ofSeconds(((JsonNumber) value).longValueExact()),
            Language.class, value -> Language.of(text(value)).orElseThrow());

    private RecordJson() {}

    static JsonObject write(Record object) {
        var json = JSON.createObjectBuilder();
        for (var component : RecordShape.of(object.getClass()).components()) {
            var value = RecordShape.valueOf(component, object);
            if (value != null) {
                json.add(component.getName(), json(value));
            }
        }
        return json.build();
    }

    private static JsonValue json(Object value) {
        if (value instanceof Record object) {
            return write(object);
        } else if (value instanceof List<?> list) {
            var array = JSON.createArrayBuilder();
            list.forEach(element -> array.add(json(element)));
            return array.build();
        } else if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Number number) {
            return JSON.createValue(number.longValue());
        } else if (value instanceof Duration duration) {
            return JSON.createValue(duration.toSeconds());
        } else {
            return JSON.createValue(word(value));
        }
    }

    private static String word(Object value) {
        if (value instanceof Language language) {
            return language.tag();
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    static <R extends Record> R read(String json, Class<R> type) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return read(reader.readObject(), type);
        }
    }

    private static <R extends Record> R read(JsonObject json, Class<R> type) {
        var shape = RecordShape.of(type);
        return shape.create(shape.components().stream()
                .map(component -> value(json.get(component.getName()), component.getGenericType())));
    }

    private static @Nullable Object value(@Nullable JsonValue json, Type type) {
        if (type instanceof ParameterizedType list) {
            var elementType = list.getActualTypeArguments()[0];
            return json == null
                    ? List.of()
                    : json.asJsonArray().stream()
                            .map(element -> value(element, elementType))
                            .toList();
        } else if (json == null) {
            return null;
        } else if (type instanceof Class<?> object && object.isRecord()) {
            return read(json.asJsonObject(), object.asSubclass(Record.class));
        }
        var reader = READERS.get(type);
        return reader == null ? constant(text(json), type) : reader.apply(json);
    }

    private static String text(JsonValue json) {
        return ((JsonString) json).getString();
    }

    private static Object constant(String name, Type type) {
        return Stream.of(requireNonNull(((Class<?>) type).getEnumConstants(), type.getTypeName()))
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
