package io.mdm.enrollment.web.body;

import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON text that moves from its front to its end and knows its path.
 *
 * <p>Readers look at the value they stand on and read it or leave it; what they leave is skipped, but not spared: nesting,
 * repeated keys and unsound text are refused everywhere.
 */
public final class StrictJson {
    /** How many objects and arrays may stand in each other. */
    static final int MAX_LEVELS = 16;

    /** An object with more keys is refused anyway, so that further ones need not be remembered. */
    private static final int MAX_KEYS = 1000;

    private final JsonEvents events;
    private final RequestErrors errors;
    private final List<Object> path = new ArrayList<>();
    private Event event;
    private @Nullable String text;

    /** Stands on the value that is the whole text. */
    StrictJson(JsonEvents events, RequestErrors errors) {
        this.events = events;
        this.errors = errors;
        this.event = next();
    }

    /** Whether the value begins with, or is, such an event. */
    public boolean at(Event expected) {
        return event == expected;
    }

    /** The string that is the value, or the digits of the number as they are written. */
    public String text() {
        if (text == null) {
            text = sound(events.text());
        }
        return text;
    }

    /** Reads the object that is the value: the reader is given each key and stands on its value. */
    public void members(Consumer<String> reader) {
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

    /** Reads the array that is the value: the reader stands on each item. */
    public void items(Runnable reader) {
        enter();
        for (int index = 0; next() != Event.END_ARRAY; index++) {
            path.set(path.size() - 1, index);
            reader.run();
            finish();
        }
        leave();
    }

    /** Reads to the end of the text, where nothing more may stand. */
    void end() {
        finish();
        events.end();
    }

    /** Notes that the value, or the key before it, is refused. */
    public void refuse(ErrorType type, String message) {
        errors.add(path, type, message);
    }

    /** Notes that the key of the value is none of those that may stand here. */
    public void refuseUnknown() {
        refuse(ErrorType.OBJECT_UNKNOWN, "\"" + path.get(path.size() - 1) + "\" is not a field that is known here");
    }

    /** Notes that the key of the value says what was said before. */
    public void refuseRepeated() {
        refuse(ErrorType.OBJECT_DUPLICATE, "\"" + path.get(path.size() - 1) + "\" is given twice");
    }

    /** Notes that the object that is the value, read to its end, lacks a key. */
    public void refuseMissing(String key) {
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

    /** Unsound text is refused once; what is left of it goes on, so that it is judged by the rules of its place as well. */
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
