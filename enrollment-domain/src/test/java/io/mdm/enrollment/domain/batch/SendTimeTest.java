package io.mdm.enrollment.domain.batch;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.SendTimeRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATEST = NOW.plus(IssueTokens.MAX_AHEAD);

    @Test
    void is_within_the_next_thirty_days_or_has_only_just_passed() {
        assertAccepted(NOW.minus(Duration.ofMinutes(5)));
        assertAccepted(LATEST);
        assertRefused(NOW.minus(Duration.ofMinutes(5)).minusMillis(1), EnrollmentProblem.SEND_TIME_PASSED, NOW);
        assertRefused(LATEST.plusMillis(1), EnrollmentProblem.SEND_TIME_TOO_FAR, LATEST);
    }

    @Test
    void may_be_missing() {
        assertThatNoException().isThrownBy(() -> SendTime.require(Optional.empty(), NOW));
    }

    /** In Madrid, 2:30 comes twice on 2026-10-25. */
    @Test
    void is_an_instant_whatever_the_clocks_do() {
        var first = OffsetDateTime.parse("2026-10-25T02:30:00+02:00").toInstant();
        var second = OffsetDateTime.parse("2026-10-25T02:30:00+01:00").toInstant();
        var between = Duration.ofMinutes(30);

        assertThatExceptionOfType(SendTimeRefused.class)
                .isThrownBy(() -> SendTime.require(Optional.of(first), first.plus(between)));
        assertThatNoException().isThrownBy(() -> SendTime.require(Optional.of(second), first.plus(between)));
    }

    private static void assertAccepted(Instant time) {
        assertThatNoException().isThrownBy(() -> SendTime.require(Optional.of(time), NOW));
    }

    private static void assertRefused(Instant time, EnrollmentProblem problem, Instant bound) {
        assertThatExceptionOfType(SendTimeRefused.class)
                .isThrownBy(() -> SendTime.require(Optional.of(time), NOW))
                .matches(refused -> refused.problem() == problem)
                .matches(refused -> refused.bound().equals(bound));
    }
}
