package io.mdm.enrollment.web.body;

import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cursor over a JSON text that moves forward and knows its path.
 *
 * <p>Values that readers leave are skipped, but checked: nesting, repeated keys and unsound text are refused
 * everywhere.
 */
final class StrictJson {
    /** Maximum depth of nested objects and arrays. */
    static final int MAX_LEVELS = 16;

    /** Objects with more keys are refused anyway, so further ones need not be remembered. */
    private static final int MAX_KEYS = 1000;

    private final ValueEvents events;
    private final RequestErrors errors;
    private final List<Object> path;
    private Event event;
    private @Nullable String text;

    /** Starts at the value that is the whole text. */
    StrictJson(ValueEvents events, RequestErrors errors) {
        this(events, errors, List.of());
    }

    /** @param path of the value, for errors */
    StrictJson(ValueEvents events, RequestErrors errors, List<Object> path) {
        this.path = new ArrayList<>(path);
        this.events = events;
        this.errors = errors;
        this.event = next();
    }

    /** Whether the current value is a member of the object that is the whole text. */
    boolean isMemberOfBody() {
        return path.size() == 1;
    }

    /** Whether the current value is, or begins with, the event. */
    boolean at(Event expected) {
        return event == expected;
    }

    /** The string value, or the number as written. */
    String text() {
        if (text == null) {
            text = sound(events.text());
        }
        return text;
    }

    /** Reads an object: calls the reader with each key, at its value. */
    void members(Consumer<String> reader) {
        enter();
        Set<String> keys = new HashSet<>();
        while (next() != Event.END_OBJECT) {
            String key = key();
            boolean repeated = keys.size() < MAX_KEYS ? !keys.add(key) : keys.contains(key);
            if (repeated) {
                refuseRepeated();
            }
            next();
            if (!repeated) {
                reader.accept(key);
            }
            finish();
        }
        leave();
    }

    /** Reads an array: calls the reader at each item, and returns their number. */
    int items(Runnable reader) {
        enter();
        int count = 0;
        while (next() != Event.END_ARRAY) {
            path.set(path.size() - 1, count++);
            reader.run();
            finish();
        }
        leave();
        return count;
    }

    /** Reads to the end of the text; nothing may follow the value. */
    void end() {
        finish();
        events.end();
    }

    /** Notes an error of the current value or its key, of a type without context. */
    void refuse(ErrorType type, String message) {
        refuse(type, message, ErrorContext.NONE);
    }

    /** Notes an error of the current value. */
    void refuse(ErrorType type, String message, Map<String, Object> context) {
        errors.add(path, type, message, context);
    }

    /** Notes that the current key is unknown. */
    void refuseUnknown() {
        refuse(ErrorType.OBJECT_UNKNOWN, "\"" + path.get(path.size() - 1) + "\" is not a field that is known here");
    }

    /** Notes that the current key was given before. */
    void refuseRepeated() {
        refuse(ErrorType.OBJECT_DUPLICATE, "\"" + path.get(path.size() - 1) + "\" is given twice");
    }

    /** Notes that the object just read lacks a key. */
    void refuseMissing(String key) {
        List<Object> missing = new ArrayList<>(path);
        missing.add(key);
        errors.add(missing, ErrorType.ANY_REQUIRED, "\"" + key + "\" is required");
    }

    private Event next() {
        text = null;
        event = events.next();
        return event;
    }

    private String key() {
        String raw = events.text();
        path.set(path.size() - 1, SoundText.shown(raw));
        return sound(raw);
    }

    /** Unsound text is refused once; the rest of it is still checked by the rules of its field. */
    private String sound(String raw) {
        String sound = SoundText.of(raw);
        if (sound.length() < raw.length()) {
            refuse(ErrorType.JSON_ENCODING, "must not hold \\u0000 or half of a surrogate pair");
        }
        return sound;
    }

    private void enter() {
        if (path.size() == MAX_LEVELS) {
            throw errors.last(path, ErrorType.JSON_DEPTH, "must not be nested deeper than " + MAX_LEVELS + " levels");
        }
        path.add("");
    }

    private void leave() {
        path.remove(path.size() - 1);
    }

    private void finish() {
        switch (event) {
            case START_OBJECT -> members(key -> {});
            case START_ARRAY -> items(() -> {});
            case VALUE_STRING -> text();
            default -> {}
        }
    }
}
