package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessLimitTest {
    private static final Network ONE = Network.of("192.0.2.1");

    private Instant now = PageExamples.NOW;
    private final GuessLimit limit = new GuessLimit(() -> now);

    @Test
    void after_all_guesses_there_is_one_more_every_ten_seconds() {
        assertThat(taken(ONE, 100)).isEqualTo(60);
        assertThat(limit.take(ONE)).isEqualTo(Duration.ofSeconds(10));

        now = now.plusSeconds(7);
        assertThat(limit.take(ONE)).isEqualTo(Duration.ofSeconds(3));
        now = now.plusSeconds(3);
        assertThat(taken(ONE, 100)).isEqualTo(1);
        now = now.plusSeconds(35);
        assertThat(taken(ONE, 100)).isEqualTo(3);
        now = now.plusSeconds(86_400);
        assertThat(taken(ONE, 100)).as("never more than at first").isEqualTo(60);
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        taken(ONE, 60);
        limit.giveBack(ONE);

        assertThat(taken(ONE, 100)).isEqualTo(1);
    }

    @Test
    void networks_do_not_share_and_the_longest_silent_one_is_forgotten_first() {
        taken(ONE, 60);
        for (int i = 0; i < GuessLimit.MAX_NETWORKS - 1; i++) {
            assertThat(limit.take(new Network("other " + i))).isZero();
        }
        assertThat(limit.take(ONE)).as("still known").isPositive();
        limit.take(new Network("one more"));
        assertThat(limit.networks()).isEqualTo(GuessLimit.MAX_NETWORKS);
        assertThat(limit.take(ONE)).as("spoke last but one").isPositive();
    }

    private long taken(Network network, int tries) {
        return IntStream.range(0, tries)
                .filter(each -> limit.take(network).isZero())
                .count();
    }
}
