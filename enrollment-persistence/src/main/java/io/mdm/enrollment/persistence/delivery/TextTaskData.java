package io.mdm.enrollment.persistence.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of tasks whose data is a short text, or nothing. The scheduler's default one would deserialize Java
 * objects, and so run code of whoever can write a row.
 */
final class TextTaskData implements Serializer {

    /** @throws IllegalArgumentException for other data than text */
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        if (data == null) {
            return null;
        }
        if (data instanceof String text) {
            return text.getBytes(US_ASCII);
        }
        throw new IllegalArgumentException("tasks of the module have text as data, or none");
    }

    /** Reads text, and nothing for any other type, whatever the row contains. */
    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
        return data != null && type == String.class ? type.cast(new String(data, US_ASCII)) : null;
    }
}
