package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Columns of an invitation {@code i} of a batch {@code b}, as answers show it. */
final class MailColumns {
    /** An invitation that waits for another message keeps the time of an earlier one. */
    static final String ALL = """
            i.state, i.attempts, i.last_reply, coalesce(i.queued_at, b.created_at),
            case i.state when 'SENT' then i.sent_at end, i.next_attempt_at
            """;

    private MailColumns() {}

    /**
     * The invitation; null if none was promised.
     *
     * @param first position of the first of {@link #ALL}
     */
    static @Nullable Mail read(ResultSet row, int first) throws SQLException {
        var name = row.getString(first);
        if (name == null) {
            return null;
        }
        var state = MailState.valueOf(name);
        var queuedAt = instant(row, first + 3).orElse(null);
        return new Mail(
                state,
                row.getInt(first + 1),
                row.getString(first + 2),
                queuedAt,
                instant(row, first + 4).orElse(null),
                next(state, queuedAt, instant(row, first + 5).orElse(null)));
    }

    private static @Nullable Instant next(MailState state, @Nullable Instant queuedAt, @Nullable Instant deferredTo) {
        return switch (state) {
            case QUEUED -> queuedAt;
            case DEFERRED -> deferredTo;
            default -> null;
        };
    }
}
