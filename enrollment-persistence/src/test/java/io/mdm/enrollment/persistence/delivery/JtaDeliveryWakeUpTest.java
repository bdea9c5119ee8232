package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.EnrollmentTokenCreated;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.persistence.store.InMemoryTransactions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JtaDeliveryWakeUpTest {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final AtomicInteger woken = new AtomicInteger();
    private final JtaDeliveryWakeUp wakeUp = new JtaDeliveryWakeUp(woken::incrementAndGet, transactions);

    @Test
    void many_tokens_and_mailings_of_a_transaction_wake_the_delivery_once_after_the_commit() {
        wakeUp.afterCommit();
        IntStream.range(0, 1_000).forEach(i -> createToken());
        wakeUp.afterCommit();
        assertThat(woken).hasValue(0);

        transactions.commit();
        assertThat(woken).hasValue(1);
    }

    @Test
    void created_tokens_alone_wake_the_delivery() {
        createToken();
        transactions.commit();

        assertThat(woken).hasValue(1);
    }

    @Test
    void what_is_rolled_back_wakes_nobody() {
        createToken();
        wakeUp.afterCommit();
        transactions.rollBack();

        assertThat(woken).hasValue(0);
    }

    @Test
    void every_transaction_wakes_the_delivery_for_itself() {
        wakeUp.afterCommit();
        transactions.rollBack();
        wakeUp.afterCommit();
        transactions.commit();
        createToken();
        transactions.commit();

        assertThat(woken).hasValue(2);
    }

    private void createToken() {
        wakeUp.onCreated(new EnrollmentTokenCreated(Examples.id(), Examples.id(), Examples.id(), Examples.NOW));
    }
}
