package io.mdm.enrollment.persistence.delivery;

import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer;
import io.mdm.enrollment.domain.delivery.PromisedInvitation;
import io.mdm.enrollment.domain.delivery.PromisedMailing;
import io.mdm.enrollment.domain.delivery.ReminderClaim;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders against redemptions, on PostgreSQL. */
class ReminderRaceTest {
    private static final int PEOPLE = 120;

    private final Stores stores = Stores.shared();
    private final Organization organization = Examples.organization();
    private final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    private final InMemoryInvitationMailer mailer = new InMemoryInvitationMailer();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final EnrollmentBatch batch = Examples.batch(organization, Examples.settings(), PEOPLE, now);

    @BeforeEach
    void organization_is_known() {
        directory.add(organization);
        batch.conclude(PEOPLE);
        stores.transactionally(() -> {
            stores.batches().add(batch, List.of());
            stores.tokens().addAll(Examples.tokens(batch, upTo(PEOPLE)));
        });
    }

    @Test
    void nobody_whose_redemption_was_committed_before_the_claim_is_reminded() {
        var lane = new DeliveryLane(organization.id(), batch.id(), 1, 0, PEOPLE);
        remind(1);
        Set<Integer> committed = ConcurrentHashMap.newKeySet();
        redeem(PEOPLE - 1);
        committed.add(PEOPLE - 1);
        var enrolling = CompletableFuture.runAsync(() -> {
            for (int index = PEOPLE - 2; index >= 0; index--) {
                redeem(index);
                committed.add(index);
            }
        });

        var claims = new ArrayList<ReminderClaim>();
        var late = new BitSet();
        for (PromisedInvitation promised : stores.invitations().due(lane, now, PEOPLE)) {
            late.set(promised.index(), committed.contains(promised.index()));
            claims.add(stores.invitations().claimReminder(lane, promised, now, now));
        }
        enrolling.join();

        assertThat(claims).hasSize(PEOPLE).doesNotContain(ReminderClaim.NOT_OURS);
        assertThat(late.stream().mapToObj(claims::get)).isNotEmpty().containsOnly(ReminderClaim.NOT_NEEDED);
    }

    @Test
    void two_nodes_remind_each_once_who_had_not_enrolled_when_the_message_left() {
        var held = new HeldMessages();
        mailer.script("person0@acme.example", held);
        try (var one = new DeliveryNode(stores, directory, mailer).start();
                var other = new DeliveryNode(stores, directory, mailer).start()) {
            stores.transactionally(() -> {
                remindNow(1);
                one.engine().schedule(DeliveryLane.lanesOf(batch, 1, upTo(20)), 20, Instant.EPOCH);
            });
            one.engine().wake();
            held.awaitFirst();
            List.of(5, 17, 19).forEach(this::redeem);
            stores.transactionally(() -> other.engine()
                    .schedule(DeliveryLane.lanesOf(batch, 1, upTo(PEOPLE).subList(20, PEOPLE)), 100, Instant.EPOCH));
            held.release();
            until(() -> tasks() == 0);
        }
        assertThat(mailer.sent())
                .extracting(Invitation::address)
                .doesNotContain("person5@acme.example", "person17@acme.example", "person19@acme.example")
                .doesNotHaveDuplicates()
                .hasSize(PEOPLE - 3);
    }

    private void remind(int mailing) {
        stores.transactionally(() -> remindNow(mailing));
    }

    private void remindNow(int mailing) {
        stores.mailings().add(batch, PromisedMailing.requestedReminder(mailing, Optional.empty(), now), PEOPLE);
        stores.invitations().promiseAgain(batch, mailing, upTo(PEOPLE), now);
    }

    private void redeem(int index) {
        stores.transactionally(() -> stores.tokens()
                .ofBatch(organization.id(), batch.id(), List.of(index))
                .get(0)
                .redeem(DeviceId.of(Examples.id()), now));
    }

    private int tasks() {
        return stores.database()
                .query(
                        "select count(*) from enrollment.scheduled_tasks where task_instance like ?",
                        row -> row.getInt(1),
                        "%/" + batch.id() + "/%")
                .get(0);
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(condition);
    }
}
