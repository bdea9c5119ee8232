package io.mdm.enrollment.web.mail.content;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Time that is left, rounded so that many mails say the same: to days, hours, or five minutes. It is never one of them,
 * which some languages would put into another case.
 */
public record TimeLeft(long amount, ChronoUnit unit) {
    private static final Duration DAYS = Duration.ofHours(36);
    private static final Duration HOURS = Duration.ofMinutes(90);
    private static final int MINUTES = 5;

    static TimeLeft of(Duration duration) {
        if (duration.compareTo(DAYS) >= 0) {
            return new TimeLeft(rounded(duration, Duration.ofDays(1)), ChronoUnit.DAYS);
        }
        if (duration.compareTo(HOURS) >= 0) {
            return new TimeLeft(rounded(duration, Duration.ofHours(1)), ChronoUnit.HOURS);
        }
        return new TimeLeft(
                Math.max(MINUTES, MINUTES * rounded(duration, Duration.ofMinutes(MINUTES))), ChronoUnit.MINUTES);
    }

    private static long rounded(Duration duration, Duration unit) {
        return duration.plus(unit.dividedBy(2)).dividedBy(unit);
    }
}
