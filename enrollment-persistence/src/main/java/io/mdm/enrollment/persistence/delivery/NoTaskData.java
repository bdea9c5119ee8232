package io.mdm.enrollment.persistence.delivery;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of tasks that have no data. The scheduler's default one would deserialize Java objects, and so run code of
 * whoever can write a row.
 */
final class NoTaskData implements Serializer {

    /** @throws IllegalArgumentException if there are data */
    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        if (data != null) {
            throw new IllegalArgumentException("tasks of the module have no data");
        }
        return null;
    }

    /** Reads nothing, whatever the row contains. */
    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte[] data) {
        return null;
    }
}
