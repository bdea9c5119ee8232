package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.NetworkGuesses;
import io.mdm.enrollment.domain.Examples;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdbcNetworkGuessesTest {
    private static final int AT_ONCE = 60;
    /** So long that none is added while a test runs. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    /** The common pool has one thread where there are two cores, and this test needs several at once. */
    private static final Executor THREADS = task -> new Thread(task).start();

    private final Stores stores = Stores.shared();
    private final NetworkGuesses guesses = stores.networkGuesses();
    private final String network = Examples.id();

    @Test
    void after_all_guesses_there_is_one_more_after_each_interval() {
        assertThat(taken(100)).isEqualTo(AT_ONCE);
        assertThat(guesses.take(network, AT_ONCE, INTERVAL)).isBetween(INTERVAL.minusMinutes(10), INTERVAL);

        pass(INTERVAL);
        assertThat(taken(100)).isEqualTo(1);
        pass(INTERVAL.multipliedBy(3));
        assertThat(taken(100)).isEqualTo(3);
        pass(INTERVAL.multipliedBy(10_000));
        assertThat(taken(100)).as("never more than at first").isEqualTo(AT_ONCE);
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        taken(AT_ONCE);
        guesses.giveBack(network, INTERVAL);

        assertThat(taken(100)).isEqualTo(1);
    }

    @Test
    void networks_do_not_share() {
        taken(AT_ONCE);

        assertThat(guesses.take(Examples.id(), AT_ONCE, INTERVAL)).isZero();
    }

    @Test
    void of_many_guesses_at_once_on_several_nodes_none_is_beyond_the_limit() {
        var counted =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> taken(20), THREADS))
                        .limit(8)
                        .toList()
                        .stream()
                        .mapToLong(CompletableFuture::join)
                        .sum();

        assertThat(counted).isEqualTo(AT_ONCE);
    }

    @Test
    void networks_whose_guesses_are_restored_are_removed_as_others_come() {
        IntStream.range(0, 200).forEach(each -> guesses.take(Examples.id(), AT_ONCE, INTERVAL));
        pass(INTERVAL.multipliedBy(100));
        IntStream.range(0, 40).forEach(each -> guesses.take(Examples.id(), AT_ONCE, INTERVAL));

        assertThat(stores.database()
                        .query(
                                "select count(*) from enrollment.network_guess where restored_at <= now()",
                                row -> row.getInt(1)))
                .containsExactly(0);
    }

    /** The database's clock cannot be moved, but what it has written can. */
    private void pass(Duration time) {
        stores.database()
                .update(
                        "update enrollment.network_guess set restored_at = restored_at - make_interval(secs => ?)",
                        (double) time.toSeconds());
    }

    private long taken(int tries) {
        return IntStream.range(0, tries)
                .filter(each -> guesses.take(network, AT_ONCE, INTERVAL).isZero())
                .count();
    }
}
