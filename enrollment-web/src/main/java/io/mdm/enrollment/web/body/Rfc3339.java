package io.mdm.enrollment.web.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times with their offset (RFC 3339, section 5.6). */
final class Rfc3339 {
    /** Completes the message "must be …". */
    static final String WANTED = "a time with its offset, such as 2026-11-30T08:00:00+01:00";

    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    private Rfc3339() {}

    /** The instant to the millisecond; empty if the text is no such time. */
    static Optional<Instant> instant(String text) {
        try {
            return FORM.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                            .toInstant()
                            .truncatedTo(ChronoUnit.MILLIS))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
