package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessLimitTest {
    private static final Network ONE = Network.of("192.0.2.1");

    private Instant now = PageExamples.NOW;
    private final InMemoryNetworkGuesses guesses = new InMemoryNetworkGuesses(() -> now);
    private final GuessLimit limit = new GuessLimit(guesses, () -> now);
    private final GuessLimit otherNode = new GuessLimit(guesses, () -> now);

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
    void guesses_on_another_node_count() {
        assertThat(taken(ONE, 59)).isEqualTo(59);
        assertThat(otherNode.take(ONE)).isZero();

        assertThat(otherNode.take(ONE)).isPositive();
        assertThat(limit.take(ONE)).isPositive();
    }

    @Test
    void a_network_without_a_guess_costs_no_more_questions_until_it_has_one() {
        taken(ONE, 61);
        int asked = guesses.questions();

        assertThat(taken(ONE, 1_000)).isZero();
        assertThat(guesses.questions()).isEqualTo(asked);
        now = now.plusSeconds(10);
        assertThat(limit.take(ONE)).isZero();
        assertThat(guesses.questions()).isEqualTo(asked + 1);
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        taken(ONE, 60);
        limit.giveBack(ONE);

        assertThat(taken(ONE, 100)).isEqualTo(1);
    }

    @Test
    void a_node_remembers_no_more_than_so_many_networks() {
        for (int i = 0; i <= GuessLimit.MAX_NETWORKS; i++) {
            taken(new Network("other " + i), 61);
        }
        assertThat(limit.networks()).isEqualTo(GuessLimit.MAX_NETWORKS);
    }

    private long taken(Network network, int tries) {
        return IntStream.range(0, tries)
                .filter(each -> limit.take(network).isZero())
                .count();
    }
}
