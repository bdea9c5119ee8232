package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.audit.AuditEntry;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reminders by themselves, with a moved clock. Tokens end a day after NOW. */
class ReminderJobTest {
    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Instant END = NOW.plus(Duration.ofDays(1));

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final InMemoryReminders reminders = new InMemoryReminders(fixture.batches);
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final InMemoryAuditEntries audit = new InMemoryAuditEntries();
    private final ReminderJob job = new ReminderJob(
            reminders,
            fixture.batches,
            fixture.tokens,
            fixture.invitations,
            new Outbox(fixture.invitations, fixture.mailings, deliveries, deliveries, new InMemoryEvent<>()),
            new AuditTrail(audit, Optional::empty, fixture.clock),
            fixture.clock);
    private final BatchReminders batchReminders =
            new BatchReminders(reminders, fixture.tokens, Examples.configuration(), fixture.clock);

    @Test
    void everybody_who_has_not_enrolled_is_reminded_once_at_its_time() {
        var batch = mailed(4, FOUR_HOURS);
        fixture.token(batch, 1).redeem(DeviceId.of(Examples.id()), NOW);
        fixture.token(batch, 2).revoke(NOW);

        assertThat(runAt(END.minus(FOUR_HOURS).minusMillis(1))).isZero();
        assertThat(runAt(END.minus(FOUR_HOURS))).isEqualTo(1);
        assertThat(runAt(END.minusMillis(1))).isZero();

        assertThat(deliver()).containsExactly("person0@acme.example", "person3@acme.example");
        assertThat(deliveries.wakeUps()).isEqualTo(1);
        assertThat(fixture.mailings.of(batch)).containsExactly(PromisedMailing.dueReminder(1, END.minus(FOUR_HOURS)));
        assertThat(audit.all())
                .containsExactly(new AuditEntry(
                        batch.organizationId(),
                        END.minus(FOUR_HOURS),
                        Optional.empty(),
                        AuditAction.REMINDED,
                        Optional.of(batch.id()),
                        Optional.empty(),
                        2,
                        Optional.empty()));
    }

    @Test
    void each_reminder_of_a_batch_has_its_time() {
        var batch = mailed(2, FOUR_HOURS, HALF_AN_HOUR);

        runAt(END.minus(FOUR_HOURS));
        assertThat(deliver()).hasSize(2);
        runAt(END.minus(HALF_AN_HOUR));
        assertThat(deliver()).hasSize(4);
        assertThat(fixture.mailings.of(batch))
                .extracting(PromisedMailing::number)
                .containsExactly(1, 2);
    }

    @Test
    void when_nobody_is_left_nothing_is_promised() {
        var batch = mailed(1, FOUR_HOURS);
        fixture.token(batch, 0).redeem(DeviceId.of(Examples.id()), NOW);

        assertThat(runAt(END.minus(FOUR_HOURS))).isEqualTo(1);

        assertThat(fixture.mailings.of(batch)).isEmpty();
        assertThat(audit.all()).isEmpty();
        assertThat(reminders.ofBatchForUpdate(batch))
                .extracting(Reminder::dueAt)
                .containsExactly(Optional.empty());
    }

    @Test
    void a_mail_that_has_not_left_yet_is_not_replaced() {
        var batch = mailed(3, FOUR_HOURS);
        fixture.invitations.promiseAgain(batch, fixture.invitations.beginMailing(batch), List.of(1), NOW);

        runAt(END.minus(FOUR_HOURS));

        assertThat(deliver()).containsExactly("person0@acme.example", "person2@acme.example");
    }

    @Test
    void who_was_mailed_within_the_hour_is_left_out() {
        var batch = mailed(2, FOUR_HOURS);
        fixture.clock.set(END.minus(FOUR_HOURS).minus(Duration.ofMinutes(59)));
        fixture.invitations.promiseAgain(batch, 9, List.of(1), fixture.clock.instant());
        fixture.run(new DeliveryLane(batch.organizationId(), batch.id(), 9, 0, 2));
        var before = fixture.sentTo().size();

        runAt(END.minus(FOUR_HOURS));
        deliver();

        assertThat(fixture.sentTo().subList(before, fixture.sentTo().size())).containsExactly("person0@acme.example");
    }

    @Test
    void extending_the_time_moves_the_reminder_for_those_who_were_reminded_as_well() {
        var batch = mailed(2, FOUR_HOURS);
        runAt(END.minus(FOUR_HOURS));
        assertThat(deliver()).hasSize(2);

        extend(batch, Duration.ofDays(3));

        assertThat(runAt(END)).isZero();
        assertThat(runAt(END.plus(Duration.ofDays(3)).minus(FOUR_HOURS))).isEqualTo(1);
        assertThat(deliver()).hasSize(4);
    }

    @Test
    void a_reminder_that_was_still_to_come_moves_with_the_time() {
        var batch = mailed(1, FOUR_HOURS);

        extend(batch, Duration.ofHours(2));

        assertThat(runAt(END.minus(FOUR_HOURS))).isZero();
        assertThat(runAt(END.minus(FOUR_HOURS).plus(Duration.ofHours(2)))).isEqualTo(1);
    }

    @Test
    void a_batch_that_lives_again_is_reminded_again_and_of_a_shorter_time_not_at_all() {
        var batch = mailed(1, FOUR_HOURS, HALF_AN_HOUR);
        runAt(END.minus(HALF_AN_HOUR));
        deliver();
        fixture.clock.set(END.plus(Duration.ofDays(1)));

        extend(batch, Duration.ofDays(1).plus(Duration.ofHours(2)));

        assertThat(reminders.ofBatchForUpdate(batch))
                .extracting(Reminder::dueAt)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(END.plus(Duration.ofDays(1))
                                .plus(Duration.ofHours(2))
                                .minus(HALF_AN_HOUR)));
    }

    @Test
    void an_extension_takes_no_reminder_from_those_for_whom_it_is_due() {
        var batch = mailed(2, FOUR_HOURS);
        fixture.clock.set(END.minus(FOUR_HOURS));

        fixture.token(batch, 1).extend(END.plus(Duration.ofDays(1)), fixture.clock.instant());
        batch.extendOne(END.plus(Duration.ofDays(1)));
        batchReminders.reschedule(batch);

        runAt(END.minus(FOUR_HOURS));
        assertThat(deliver()).containsExactly("person0@acme.example");
        runAt(END.plus(Duration.ofDays(1)).minus(FOUR_HOURS));
        assertThat(deliver()).containsExactly("person0@acme.example", "person1@acme.example");
    }

    @Test
    void what_was_missed_is_not_sent_when_the_next_comes_within_the_hour() {
        mailed(2, FOUR_HOURS, Duration.ofHours(2));

        runAt(END.minus(Duration.ofHours(3)));
        assertThat(deliver()).isEmpty();

        runAt(END.minus(Duration.ofHours(2)));
        assertThat(deliver()).hasSize(2);
    }

    @Test
    void what_was_missed_is_sent_late_otherwise() {
        mailed(2, FOUR_HOURS, Duration.ofHours(2));

        runAt(END.minus(Duration.ofHours(3)).minusMillis(1));
        assertThat(deliver()).hasSize(2);
    }

    @Test
    void of_several_that_were_missed_only_the_last_is_sent() {
        mailed(2, Duration.ofHours(6), FOUR_HOURS, Duration.ofHours(2));

        assertThat(runAt(END.minus(Duration.ofMinutes(90)))).isEqualTo(3);

        assertThat(deliver()).hasSize(2);
    }

    @Test
    void one_that_is_a_few_minutes_late_was_not_missed() {
        mailed(1, Duration.ofMinutes(90), HALF_AN_HOUR);

        runAt(END.minus(Duration.ofMinutes(85)));

        assertThat(deliver()).hasSize(1);
    }

    @Test
    void in_a_pause_reminders_wait() {
        var batch = mailed(2, FOUR_HOURS);
        batch.pause();

        assertThat(runAt(END.minus(FOUR_HOURS))).isZero();
        batch.resume();
        assertThat(runAt(END.minus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(deliver()).hasSize(2);
    }

    @Test
    void without_mail_and_without_tokens_there_are_no_reminders() {
        var silent = Examples.batch(fixture.organization, Examples.silentSettings(), 1);
        silent.conclude(1);
        var empty = Examples.batch(fixture.organization, Examples.settings(), 1);
        batchReminders.promise(silent, Optional.of(List.of(FOUR_HOURS)));
        batchReminders.promise(empty, Optional.of(List.of(FOUR_HOURS)));

        assertThat(reminders.ofBatchForUpdate(silent)).isEmpty();
        assertThat(reminders.ofBatchForUpdate(empty)).isEmpty();
    }

    /** @return how many reminders were carried out */
    private int runAt(Instant now) {
        fixture.clock.set(now);
        int steps = 0;
        while (job.step()) {
            steps++;
        }
        return steps;
    }

    /** Whom reminders were sent to so far, in this order. */
    private List<String> deliver() {
        deliveries.lanes().forEach(fixture::run);
        var invited = fixture.mailer.sent().stream()
                .filter(sent -> sent.messageKey().endsWith(".0.0"))
                .count();
        return fixture.sentTo().subList((int) invited, fixture.sentTo().size());
    }

    private void extend(EnrollmentBatch batch, Duration longer) {
        var end = END.plus(longer);
        fixture.tokens
                .ofBatch(batch.organizationId(), batch.id())
                .forEach(token -> token.extend(end, fixture.clock.instant()));
        batch.extend(end);
        batchReminders.reschedule(batch);
    }

    private EnrollmentBatch mailed(int count, Duration... before) {
        var batch = fixture.promise(count);
        batch.conclude(count);
        fixture.run(batch);
        batchReminders.promise(batch, Optional.of(List.of(before)));
        return batch;
    }
}
