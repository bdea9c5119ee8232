package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.issuance.HourlyRecipients;
import io.mdm.enrollment.domain.issuance.HourlyRecipients.Count;
import io.mdm.enrollment.domain.issuance.HourlyRecipientsContract;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdbcHourlyRecipientsTest extends HourlyRecipientsContract {
    /** The common pool has one thread where there are two cores, and this test needs several at once. */
    private static final Executor THREADS = task -> new Thread(task).start();

    private final Stores stores = Stores.shared();

    @Override
    protected HourlyRecipients recipients() {
        return stores.hourlyRecipients();
    }

    @Override
    protected void transactionally(Runnable work) {
        stores.transactionally(work);
    }

    /** The database's clock cannot be moved, but what it has written can. */
    @Override
    protected void pass(Duration time) {
        stores.database()
                .update("update enrollment.hourly_recipients set minute = minute - make_interval(secs => ?)", (double)
                        time.toSeconds());
    }

    @Test
    void what_is_rolled_back_does_not_count() {
        var organization = Examples.id();

        assertThatIllegalStateException()
                .isThrownBy(() -> transactionally(() -> {
                    recipients().add(organization, 3);
                    throw new IllegalStateException("rolled back");
                }));

        assertThat(recipients().counts(organization)).isEmpty();
    }

    @Test
    void of_several_at_once_each_sees_those_before_it() {
        var organization = Examples.id();

        var seen = Stream.generate(() -> CompletableFuture.supplyAsync(() -> added(organization), THREADS))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(seen).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private int added(String organization) {
        var sum = new int[1];
        transactionally(() -> sum[0] = sum(recipients().add(organization, 1)));
        return sum[0];
    }

    private static int sum(List<Count> counts) {
        return counts.stream().mapToInt(Count::recipients).sum();
    }
}
