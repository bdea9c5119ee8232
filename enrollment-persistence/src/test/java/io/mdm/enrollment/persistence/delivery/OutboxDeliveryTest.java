package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer;
import io.mdm.enrollment.domain.delivery.Outbox;
import io.mdm.enrollment.domain.delivery.PromisedMailing;
import io.mdm.enrollment.persistence.store.InMemoryTransactions;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From the outbox to the relay, on a node that looks for due lanes once an hour unless it is woken. */
class OutboxDeliveryTest {
    /** The scheduler asks for the time twice at most before it queries, and again afterwards. */
    private static final int BEATS_OF_A_LOOK = 3;

    private final Stores stores = Stores.shared();
    private final Organization organization = Examples.organization();
    private final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    private final InMemoryInvitationMailer mailer = new InMemoryInvitationMailer();
    private final InMemoryTransactions transactions = new InMemoryTransactions();

    @Test
    void a_resend_in_process_wakes_the_delivery_when_it_is_committed() {
        directory.add(organization);
        try (var node = new DeliveryNode(stores, directory, mailer)
                .poll(Duration.ofHours(1))
                .start()) {
            var wakeUp = new JtaDeliveryWakeUp(() -> node.engine().wake(), transactions);
            var outbox =
                    new Outbox(stores.invitations(), stores.mailings(), node.engine(), wakeUp, new InMemoryEvent<>());
            var batch = issueOne();
            awaitLook(node, 0);

            stores.transactionally(() -> {
                int before = node.scheduler().beats();
                outbox.promiseAgain(
                        batch,
                        PromisedMailing.resend(
                                stores.invitations().beginMailing(batch), Optional.empty(), batch.createdAt()),
                        List.of(0));
                // a new task makes the scheduler look, but before the commit
                awaitLook(node, before);
            });
            assertThat(mailer.sent()).isEmpty();
            transactions.commit();

            until(() -> mailer.sent().size() == 1);
        }
    }

    private static void awaitLook(DeliveryNode node, int before) {
        until(() -> node.scheduler().beats() >= before + BEATS_OF_A_LOOK);
    }

    private EnrollmentBatch issueOne() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var batch = Examples.batch(organization, Examples.silentSettings(), 1, now);
        batch.conclude(1);
        stores.transactionally(() -> {
            stores.batches().add(batch, List.of());
            stores.tokens().addAll(Examples.tokens(batch, List.of(0)));
        });
        return batch;
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(condition);
    }
}
