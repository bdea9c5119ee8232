package io.mdm.enrollment.domain.issuance;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.RateLimit;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class RecipientLimitTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final StoppedClock clock = new StoppedClock(NOW.truncatedTo(ChronoUnit.MINUTES));
    private final RecipientLimit limit =
            new RecipientLimit(new InMemoryHourlyRecipients(clock), Examples.configurationWithHourlyRecipients(100));
    private final String organization = Examples.id();

    @Test
    void there_is_room_up_to_the_limit_and_not_beyond() {
        limit.count(organization, 60);

        assertThatCode(() -> limit.requireRoomFor(organization, 40)).doesNotThrowAnyException();
        assertThat(refused(() -> limit.requireRoomFor(organization, 41)).remaining())
                .isEqualTo(40);
        assertThatCode(() -> limit.requireRoomFor(Examples.id(), 100))
                .as("another organization")
                .doesNotThrowAnyException();
    }

    @Test
    void the_last_room_is_judged_again_when_it_is_counted() {
        limit.requireRoomFor(organization, 60);
        limit.requireRoomFor(organization, 60);
        limit.count(organization, 60);

        assertThat(refused(() -> limit.count(organization, 60)).remaining()).isZero();
    }

    @Test
    void who_is_refused_is_told_when_there_is_room_for_the_same_request() {
        limit.count(organization, 30);
        clock.pass(Duration.ofMinutes(10));
        limit.count(organization, 70);
        clock.pass(Duration.ofMinutes(10));

        assertThat(refused(() -> limit.requireRoomFor(organization, 30)))
                .isEqualTo(new RateLimit(100, HOUR, 0, Duration.ofMinutes(41)));
        assertThat(refused(() -> limit.requireRoomFor(organization, 31)).retryAfter())
                .isEqualTo(Duration.ofMinutes(51));
        clock.pass(Duration.ofMinutes(41));
        assertThatCode(() -> limit.requireRoomFor(organization, 30)).doesNotThrowAnyException();
    }

    @Test
    void a_request_larger_than_the_limit_is_told_the_whole_hour() {
        assertThat(refused(() -> limit.requireRoomFor(organization, 101)))
                .isEqualTo(new RateLimit(100, HOUR, 100, HOUR));
    }

    private static RateLimit refused(Runnable work) {
        var reached = catchThrowableOfType(LimitReached.class, work::run);
        assertThat(reached.problem()).isEqualTo(EnrollmentProblem.HOURLY_RECIPIENTS_REACHED);
        return reached.limit();
    }
}
