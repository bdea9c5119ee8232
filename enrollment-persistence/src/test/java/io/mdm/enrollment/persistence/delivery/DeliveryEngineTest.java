package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.Tracing;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer;
import io.mdm.enrollment.persistence.store.DatabaseClock;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.SteppedClock;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine with its scheduler on PostgreSQL; only the relay is made up. */
class DeliveryEngineTest {
    /** Against a test that hangs; nothing is said about speed. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration HEARTBEAT = Duration.ofMillis(50);
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Stores stores = Stores.shared();
    private final Organization organization = Examples.organization();
    private final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    private final InMemoryInvitationMailer mailer = new InMemoryInvitationMailer();

    @BeforeEach
    void organization_is_known() {
        directory.add(organization);
    }

    @Test
    void two_nodes_together_send_every_invitation_once() {
        try (var one = started();
                var other = started()) {
            var batches =
                    Stream.of(10, 250, 450, 1).map(size -> promise(one, size)).toList();
            one.engine().wake();
            other.engine().wake();
            until(() -> tasks(batches) == 0);

            assertThat(mailer.sent())
                    .hasSize(711)
                    .extracting(Invitation::messageKey)
                    .doesNotHaveDuplicates();
            assertThat(batches).allSatisfy(batch -> assertThat(mails(batch)).containsOnlyKeys(MailState.SENT));
        }
        assertThat(mailer.open()).isZero();
    }

    @Test
    void another_node_knows_which_request_promised_the_invitations_of_a_lane() {
        var request = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        EnrollmentBatch traced;
        try (var node = new DeliveryNode(stores, directory, mailer).workers(0).start()) {
            node.tracing().request(request);
            traced = promise(node, 30);
        }
        try (var other = started()) {
            var untraced = promise(other, 1);
            other.engine().wake();
            until(() -> tasks(List.of(traced, untraced)) == 0);

            assertThat(other.tracing().runs())
                    .containsExactlyInAnyOrder(
                            new Tracing.Lane(traced.id(), 0, 0, request),
                            new Tracing.Lane(traced.id(), 0, 15, request),
                            new Tracing.Lane(untraced.id(), 0, 0, null));
        }
    }

    @Test
    void what_is_rolled_back_is_never_delivered() {
        try (var node = started()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> stores.transactionally(() -> {
                        schedule(node, 3);
                        throw new IllegalStateException("rolled back");
                    }));
            var later = promise(node, 1);
            node.engine().wake();
            until(() -> tasks(List.of(later)) == 0);

            assertThat(mailer.sent()).hasSize(1);
            assertThat(tasksOfOrganization()).isZero();
        }
    }

    @Test
    void without_being_woken_it_finds_the_work_by_itself() {
        try (var node = started()) {
            var batch = promise(node, 2);
            until(() -> tasks(List.of(batch)) == 0);

            assertThat(mailer.sent()).hasSize(2);
        }
    }

    @Test
    void a_node_that_stops_finishes_its_message_and_leaves_the_rest_to_the_others() {
        var held = new HeldMessages();
        mailer.script("person1@acme.example", held);
        EnrollmentBatch batch;
        try (var stopping = started()) {
            batch = promise(stopping, 5);
            held.awaitFirst();
            var stop = new Thread(() -> stopping.engine().stop());
            stop.start();
            until(() -> stop.getState() == Thread.State.TIMED_WAITING);
            held.release();
            until(() -> !stop.isAlive());
        }
        assertThat(mailer.sent()).hasSize(2);
        assertThat(picked()).isZero();

        try (var other = started()) {
            other.engine().wake();
            until(() -> tasks(List.of(batch)) == 0);
        }
        assertThat(mailer.sent()).hasSize(5).extracting(Invitation::messageKey).doesNotHaveDuplicates();
    }

    @Test
    void a_message_that_takes_long_does_not_lose_its_lane_to_another_node() {
        var held = new HeldMessages();
        mailer.script("person0@acme.example", held);
        var clock = new SteppedClock(stores.database());
        try (var one = beating(clock);
                var other = beating(clock)) {
            var batch = promise(one, 3);
            one.engine().wake();
            held.awaitFirst();
            // four missed ones would be enough to lose it
            for (int beat = 0; beat < 6; beat++) {
                clock.pass(HEARTBEAT);
                until(() -> !lastHeartbeat(batch).isBefore(clock.instant()));
                awaitSearch(one);
                awaitSearch(other);
            }
            held.release();
            until(() -> tasks(List.of(batch)) == 0);

            assertThat(one.scheduler().dead() + other.scheduler().dead()).isZero();
        }
        assertThat(mailer.sent()).hasSize(3).extracting(Invitation::messageKey).doesNotHaveDuplicates();
    }

    @Test
    void clocks_that_are_a_minute_off_neither_repeat_nor_delay_anything() {
        try (var ahead = new DeliveryNode(stores, directory, mailer).ahead(SKEW).start();
                var behind = new DeliveryNode(stores, directory, mailer)
                        .ahead(SKEW.negated())
                        .start()) {
            // longer than a slice, so that each comes back
            var batches = List.of(promiseInOneLane(ahead, 210), promiseInOneLane(behind, 210));
            ahead.engine().wake();
            behind.engine().wake();
            until(() -> tasks(batches) == 0);

            assertThat(Stream.of(ahead, behind).flatMap(node -> node.scheduler().delaysOf(organization.id())))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(delay -> assertThat(delay).isLessThan(SKEW.dividedBy(2)));
        }
        assertThat(mailer.sent())
                .hasSize(420)
                .extracting(Invitation::messageKey)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_paused_batch_waits_in_its_lanes_and_goes_on_when_it_is_resumed() {
        var clock = new SteppedClock(stores.database());
        try (var one = new DeliveryNode(stores, directory, mailer).clock(clock).start()) {
            var batch = promise(() -> {
                var held = schedule(one, 60);
                held.pause();
                return held;
            });
            one.engine().wake();
            until(() -> waitingAt(batch, clock.instant()) == 3);
            assertThat(mails(batch)).containsExactly(Map.entry(MailState.QUEUED, 60));

            stores.transactionally(() -> stores.batches()
                    .find(organization.id(), batch.id())
                    .orElseThrow()
                    .resume());
            clock.pass(Duration.ofSeconds(6));
            one.engine().wake();
            until(() -> tasks(List.of(batch)) == 0);
            assertThat(mails(batch)).containsExactly(Map.entry(MailState.SENT, 60));
        }
        assertThat(mailer.sent()).hasSize(60).extracting(Invitation::messageKey).doesNotHaveDuplicates();
    }

    /** Lanes of the batch that are to be run later than then. */
    private int waitingAt(EnrollmentBatch batch, Instant then) {
        return stores.database()
                .query(
                        "select count(*) from enrollment.scheduled_tasks where task_instance like ? and not picked"
                                + " and execution_time > ?",
                        row -> row.getInt(1),
                        "%/" + batch.id() + "/%",
                        then.atOffset(ZoneOffset.UTC))
                .get(0);
    }

    @Test
    void who_invites_a_few_does_not_wait_for_who_invites_many() {
        var held = new HeldMessages();
        mailer.script("person0@acme.example", held);
        try (var node = new DeliveryNode(stores, directory, mailer).workers(1).start()) {
            var many = promise(node, 450);
            held.awaitFirst();
            var few = promise(node, 10);
            held.release();
            until(() -> tasks(List.of(many, few)) == 0);

            assertThat(mails(many)).containsOnlyKeys(MailState.SENT);
            assertThat(mails(few)).containsOnlyKeys(MailState.SENT);
        }
        var addresses = mailer.sent().stream().map(Invitation::address).toList();
        assertThat(addresses).hasSize(460);
        assertThat(addresses.lastIndexOf("person9@acme.example"))
                .as("the last of the few comes before the second lane of the many")
                .isLessThan(addresses.indexOf("person150@acme.example"));
    }

    @Test
    void without_workers_it_sends_nothing_and_leaves_its_lanes_to_other_nodes() {
        var clock = new FollowedClock(stores.database());
        try (var silent = new DeliveryNode(stores, directory, mailer)
                .workers(0)
                .clock(clock)
                .start()) {
            var batch = promise(silent, 3);
            silent.engine().wake();

            assertThat(silent.engine().isStarted()).isTrue();
            assertThat(silent.engine().isAlive()).isTrue();
            try (var other = started()) {
                other.engine().wake();
                until(() -> tasks(List.of(batch)) == 0);
            }
            assertThat(silent.scheduler().beats()).isZero();
            until(() -> clock.followed.get() > 1); // its requests judge expiry by it
        }
        assertThat(mailer.sent()).hasSize(3);
    }

    private static final class FollowedClock extends DatabaseClock {
        private final AtomicInteger followed = new AtomicInteger();

        FollowedClock(EnrollmentDatabase database) {
            super(database);
        }

        @Override
        public void follow() {
            followed.incrementAndGet();
        }
    }

    @Test
    void nodes_on_one_host_have_different_names() {
        var held = new HeldMessages();
        mailer.script(
                "person0@acme.example", Stream.generate(() -> held).limit(16).toArray(Answer[]::new));
        try (var one = started();
                var other = started()) {
            var batches =
                    IntStream.range(0, 16).mapToObj(each -> promise(one, 1)).toList();
            one.engine().wake();
            other.engine().wake();
            until(() -> pickers() == 2);
            held.release();
            until(() -> tasks(batches) == 0);
        }
    }

    @Test
    void before_it_was_started_it_schedules_nothing() {
        assertThatIllegalStateException().isThrownBy(() -> new DeliveryEngine().wake());
        new DeliveryEngine().stop();
    }

    private Instant lastHeartbeat(EnrollmentBatch batch) {
        return stores.database()
                .query(
                        "select last_heartbeat from enrollment.scheduled_tasks where task_instance like ?",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        "%/" + batch.id() + "/%")
                .get(0);
    }

    private int pickers() {
        return stores.database()
                .query(
                        "select count(distinct picked_by) from enrollment.scheduled_tasks where picked and task_instance like ?",
                        row -> row.getInt(1),
                        organization.id() + "/%")
                .get(0);
    }

    private DeliveryNode beating(SteppedClock clock) {
        return new DeliveryNode(stores, directory, mailer)
                .clock(clock)
                .heartbeat(HEARTBEAT)
                .start();
    }

    /** The first to end may have begun before. */
    private static void awaitSearch(DeliveryNode node) {
        int before = node.scheduler().searches();
        until(() -> node.scheduler().searches() > before + 1);
    }

    private DeliveryNode started() {
        return new DeliveryNode(stores, directory, mailer).start();
    }

    private EnrollmentBatch promise(DeliveryNode node, int size) {
        return promise(() -> schedule(node, size));
    }

    @Test
    void lanes_run_at_their_time_and_at_another_one_when_they_are_moved() {
        try (var node = new DeliveryNode(stores, directory, mailer).start()) {
            var batch = promise(() -> {
                var stored = store(30);
                node.engine()
                        .schedule(
                                DeliveryLane.lanesOf(stored, 0, Examples.upTo(30)),
                                30,
                                Instant.now().plus(Duration.ofDays(2)));
                return stored;
            });
            node.engine().wake();
            assertThat(dueTimes(batch))
                    .hasSize(2)
                    .allMatch(time -> time.isAfter(Instant.now().plus(Duration.ofDays(1))));

            stores.transactionally(() -> node.engine().move(batch, Instant.now()));
            node.engine().wake();

            until(() -> mailer.sent().size() == 30);
        }
    }

    private List<Instant> dueTimes(EnrollmentBatch batch) {
        return stores.database()
                .query(
                        "select execution_time from enrollment.scheduled_tasks where task_instance like ?",
                        row -> row.getTimestamp(1).toInstant(),
                        batch.organizationId() + "/" + batch.id() + "/%");
    }

    private EnrollmentBatch promiseInOneLane(DeliveryNode node, int size) {
        return promise(() -> {
            var batch = store(size);
            var lane = new DeliveryLane(batch.organizationId(), batch.id(), 0, 0, size);
            node.engine().schedule(List.of(lane), size, Instant.EPOCH);
            return batch;
        });
    }

    private EnrollmentBatch promise(Supplier<EnrollmentBatch> work) {
        var batches = new EnrollmentBatch[1];
        stores.transactionally(() -> batches[0] = work.get());
        return batches[0];
    }

    private EnrollmentBatch schedule(DeliveryNode node, int size) {
        var batch = store(size);
        node.engine().schedule(DeliveryLane.lanesOf(batch, 0, Examples.upTo(size)), size, Instant.EPOCH);
        return batch;
    }

    private EnrollmentBatch store(int size) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var batch = Examples.batch(organization, Examples.settings(), size, now);
        var indexes = Examples.upTo(size);
        batch.conclude(size);
        stores.batches().add(batch, List.of());
        stores.tokens().addAll(Examples.tokens(batch, indexes));
        stores.invitations().addAll(batch, indexes);
        return batch;
    }

    private Map<MailState, Integer> mails(EnrollmentBatch batch) {
        return stores.rows()
                .counts(batch.organizationId(), batch.id(), batch.createdAt())
                .orElseThrow()
                .batch()
                .mails();
    }

    private int tasks(List<EnrollmentBatch> batches) {
        return batches.stream()
                .mapToInt(batch -> count("task_instance like '%/" + batch.id() + "/%'"))
                .sum();
    }

    private int tasksOfOrganization() {
        return count("task_instance like '" + organization.id() + "/%'");
    }

    private int picked() {
        return count("picked and task_instance like '" + organization.id() + "/%'");
    }

    private int count(String condition) {
        return stores.database()
                .query("select count(*) from enrollment.scheduled_tasks where " + condition, row -> row.getInt(1))
                .get(0);
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }
}
