package io.mdm.enrollment.api.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Place of a record in the order of an organization's records, which stays where it is when newer ones come.
 *
 * @param at in whole microseconds
 * @param id of the record
 */
public record AuditCursor(Instant at, String id) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})-([0-9a-f]{24})");

    /** The place that {@link #text()} names; empty if it is malformed. */
    public static Optional<AuditCursor> of(String text) {
        var parts = TEXT.matcher(text);
        try {
            return parts.matches()
                    ? Optional.of(new AuditCursor(
                            Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), parts.group(2)))
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException outOfRange) {
            return Optional.empty();
        }
    }

    static AuditCursor of(AuditRecord entry) {
        return new AuditCursor(entry.at(), entry.id());
    }

    /** The form in which callers keep it, at most 42 characters. */
    public String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
