package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everything that counts an organization's mails does. */
public abstract class HourlyMailQuotasContract {
    private static final Instant MINUTE = NOW.truncatedTo(ChronoUnit.MINUTES);

    private final String organization = Examples.id();

    protected abstract HourlyMailQuotas quotas();

    protected abstract void transactionally(Runnable work);

    @Test
    void as_many_may_be_sent_as_may_and_then_none_for_an_hour() {
        assertThat(taken(3, NOW)).isTrue();
        assertThat(taken(3, NOW.plusSeconds(59))).isTrue();
        assertThat(quotas().fullUntil(organization, 3, NOW.plusSeconds(60))).isEmpty();
        assertThat(taken(3, NOW.plusSeconds(120))).isTrue();
        assertThat(taken(3, NOW.plusSeconds(121))).isFalse();
        assertThat(quotas().fullUntil(organization, 3, NOW.plusSeconds(121)))
                .contains(MINUTE.plus(Duration.ofMinutes(61)));
    }

    @Test
    void no_sixty_minutes_see_more_whenever_it_is_asked() {
        var sent = Stream.iterate(NOW, instant -> instant.plusSeconds(37))
                .limit(600)
                .filter(instant -> taken(20, instant))
                .toList();

        assertThat(sent).hasSizeGreaterThan(100);
        assertThat(IntStream.range(20, sent.size()))
                .allSatisfy(index -> assertThat(Duration.between(sent.get(index - 20), sent.get(index)))
                        .isGreaterThanOrEqualTo(Duration.ofHours(1)));
    }

    @Test
    void there_is_room_when_it_said_so() {
        taken(1, NOW);
        var until = quotas().fullUntil(organization, 1, NOW).orElseThrow();

        assertThat(taken(1, until.minusMillis(1))).isFalse();
        assertThat(taken(1, until)).isTrue();
    }

    @Test
    void what_is_given_back_can_be_taken_by_another() {
        taken(1, NOW);
        quotas().giveBack(organization, NOW);
        assertThat(taken(1, NOW)).isTrue();

        quotas().giveBack(organization, NOW.plusSeconds(3_600));
        assertThat(taken(1, NOW)).isFalse();
    }

    @Test
    void others_have_an_allowance_of_their_own() {
        taken(1, NOW);

        assertThat(quotas().fullUntil(Examples.id(), 1, NOW)).isEmpty();
    }

    @Test
    void of_many_at_once_no_two_get_the_last_one() {
        var taken = new AtomicInteger();
        var workers = IntStream.range(0, 4)
                .mapToObj(worker -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 20).filter(i -> taken(30, NOW)).forEach(i -> taken.incrementAndGet()),
                        work -> new Thread(work).start()))
                .toList();
        workers.forEach(CompletableFuture::join);

        assertThat(taken).hasValue(30);
    }

    private boolean taken(int limit, Instant now) {
        var taken = new AtomicBoolean();
        transactionally(() -> taken.set(quotas().take(organization, limit, now).isEmpty()));
        return taken.get();
    }
}
