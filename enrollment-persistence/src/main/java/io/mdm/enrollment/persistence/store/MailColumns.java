package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Columns of an invitation {@code i} of a batch {@code b}, as answers show it. */
final class MailColumns {
    /** An invitation that waits for another message keeps the time of an earlier one. */
    static final String ALL = """
            i.state, i.attempts, i.last_reply, coalesce(i.queued_at, b.created_at),
            case i.state when 'SENT' then i.sent_at end,
            case i.state when 'QUEUED' then coalesce(i.queued_at, b.send_at, b.created_at) else i.next_attempt_at end
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
                isWaiting(state) ? instant(row, first + 5).orElse(null) : null);
    }

    private static boolean isWaiting(MailState state) {
        return state == MailState.QUEUED || state == MailState.DEFERRED;
    }
}
