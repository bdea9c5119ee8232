package io.mdm.enrollment.domain.report;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What everything that knows the recipients of batches does.
 *
 * <p>Of twelve recipients every third got a token; the others are in turn invalid, duplicates and beyond the quota.
 */
public abstract class ReportRowsContract {
    private static final List<RecipientOutcome> REASONS =
            List.of(RecipientOutcome.INVALID, RecipientOutcome.DUPLICATE, RecipientOutcome.QUOTA);
    private static final List<Integer> CREATED = List.of(0, 3, 6, 9);
    private static final List<Integer> REJECTED = List.of(1, 2, 4, 5, 7, 8, 10, 11);
    private static final Instant LATER = NOW.plusSeconds(300);

    private final Organization organization = Examples.organization();

    protected abstract ReportRows rows();

    protected abstract EnrollmentBatches batches();

    protected abstract EnrollmentTokens tokens();

    protected abstract Invitations invitations();

    protected abstract void transactionally(Runnable work);

    @Test
    void every_recipient_has_one_row_in_request_order() {
        var batch = add(Examples.settings());

        var rows = rowsOf(all(batch));

        assertThat(rows).extracting(ReportRows.Row::index).containsExactlyElementsOf(Examples.upTo(12));
        assertThat(rows.get(3)).isEqualTo(new ReportRows.Row(3, null, RecipientOutcome.CREATED, queued()));
        assertThat(rows.get(4)).isEqualTo(new ReportRows.Row(4, "recipient 4", reason(4), null));
    }

    @Test
    void pages_follow_each_other_without_gap_and_overlap() {
        var batch = add(Examples.settings());

        assertThat(indexes(page(batch, 1, 5))).containsExactly(0, 1, 2, 3, 4);
        assertThat(indexes(page(batch, 2, 5))).containsExactly(5, 6, 7, 8, 9);
        assertThat(indexes(page(batch, 3, 5))).containsExactly(10, 11);
        assertThat(indexes(page(batch, 4, 5))).isEmpty();
        assertThat(indexes(page(batch, Integer.MAX_VALUE, 10_000))).isEmpty();
        assertThat(rows().count(page(batch, 3, 5))).isEqualTo(12);
    }

    @Test
    void outcomes_are_filtered_and_counted() {
        var batch = add(Examples.settings());

        assertThat(indexes(of(batch, RecipientOutcome.CREATED))).containsExactlyElementsOf(CREATED);
        for (var reason : REASONS) {
            var expected =
                    REJECTED.stream().filter(index -> reason(index) == reason).toList();
            assertThat(indexes(of(batch, reason))).containsExactlyElementsOf(expected);
            assertThat(rows().count(of(batch, reason))).isEqualTo(expected.size());
        }
    }

    @Test
    void mails_are_told_in_every_state() {
        var batch = add(Examples.settings());
        deliver(batch);

        assertThat(rowsOf(of(batch, RecipientOutcome.CREATED)))
                .extracting(ReportRows.Row::mail)
                .containsExactly(
                        new Mail(MailState.SENT, 1, "250", NOW, LATER, null),
                        new Mail(MailState.DEFERRED, 1, "451", NOW, null, LATER),
                        new Mail(MailState.FAILED, 1, "550", NOW, null, null),
                        queued());
        assertThat(rows().mails(organization.id(), batch.id()))
                .isEqualTo(Map.of(MailState.SENT, 1, MailState.DEFERRED, 1, MailState.FAILED, 1, MailState.QUEUED, 1));
    }

    @Test
    void the_version_changes_whenever_a_row_does_and_only_then() {
        var batch = add(Examples.settings());
        var lane = lane(batch);
        List<Runnable> changes = List.of(
                () -> store(
                        lane, InvitationChange.deferred(0, Optional.of(new RelayReply(SmtpStep.CONTENT, 450)), LATER)),
                () -> store(
                        lane, InvitationChange.deferred(0, Optional.of(new RelayReply(SmtpStep.CONTENT, 451)), LATER)),
                () -> store(lane, InvitationChange.outcomeUnknown(0, LATER.plusSeconds(1))),
                () -> store(lane, InvitationChange.sent(0, new RelayReply(SmtpStep.CONTENT, 250), LATER)),
                () -> store(lane, InvitationChange.failed(3, Optional.of(new RelayReply(SmtpStep.CONTENT, 550)))),
                () -> store(lane, InvitationChange.abandoned(6)),
                () -> promiseAgain(batch, 6),
                () -> promiseAgain(batch, 0),
                () -> revoke(batch, 9));
        var versions = new ArrayList<>(List.of(version(batch)));

        for (var change : changes) {
            assertThat(version(batch)).isEqualTo(versions.get(versions.size() - 1));
            change.run();
            versions.add(version(batch));
        }

        assertThat(versions).hasSize(1 + changes.size()).doesNotHaveDuplicates();
        assertThat(version(add(Examples.settings()))).isNotBlank();
    }

    @Test
    void a_batch_that_is_gone_has_no_version() {
        assertThat(rows().version(organization.id(), Examples.id())).isEmpty();
    }

    @Test
    void a_mail_promised_again_is_queued_from_then_on() {
        var batch = add(Examples.settings());
        deliver(batch);
        var silent = add(Examples.silentSettings());

        promiseAgain(batch, 6);
        promiseAgain(silent, 6);

        assertThat(rowsOf(of(batch, RecipientOutcome.CREATED)).get(2).mail())
                .isEqualTo(new Mail(MailState.QUEUED, 0, null, LATER, null, LATER));
        assertThat(indexes(of(silent, MailState.QUEUED))).containsExactly(6);
        assertThat(indexes(of(silent, MailState.NOT_REQUESTED))).containsExactly(0, 3, 9);
        assertThat(rows().mails(organization.id(), silent.id())).isEqualTo(Map.of(MailState.QUEUED, 1));
    }

    private void promiseAgain(EnrollmentBatch batch, int index) {
        transactionally(
                () -> invitations().promiseAgain(batch, invitations().beginMailing(batch), List.of(index), LATER));
    }

    private String version(EnrollmentBatch batch) {
        return rows().version(organization.id(), batch.id()).orElseThrow();
    }

    private void revoke(EnrollmentBatch batch, int index) {
        transactionally(() -> {
            var id = tokens().ofBatch(organization.id(), batch.id(), List.of(index))
                    .get(0)
                    .id();
            tokens().byIdForUpdate(id).orElseThrow().revoke(LATER);
        });
    }

    @Test
    void an_attempt_after_a_put_off_one_leaves_nothing_of_it() {
        var batch = add(Examples.settings());
        var lane = lane(batch);
        store(lane, InvitationChange.deferred(0, Optional.of(new RelayReply(SmtpStep.CONTENT, 450)), LATER));
        store(lane, InvitationChange.sent(0, new RelayReply(SmtpStep.CONTENT, 250), LATER));
        store(lane, InvitationChange.deferred(3, Optional.of(new RelayReply(SmtpStep.CONTENT, 450)), LATER));
        store(lane, InvitationChange.outcomeUnknown(3, LATER.plusSeconds(1)));
        store(lane, InvitationChange.deferred(6, Optional.of(new RelayReply(SmtpStep.CONTENT, 450)), LATER));
        store(lane, InvitationChange.abandoned(6));

        assertThat(rowsOf(of(batch, RecipientOutcome.CREATED)))
                .extracting(ReportRows.Row::mail)
                .startsWith(
                        new Mail(MailState.SENT, 2, "250", NOW, LATER, null),
                        new Mail(MailState.DEFERRED, 2, null, NOW, null, LATER.plusSeconds(1)),
                        new Mail(MailState.FAILED, 1, "450", NOW, null, null));
    }

    @Test
    void mail_states_are_filtered_and_counted() {
        var batch = add(Examples.settings());
        deliver(batch);

        assertThat(indexes(of(batch, MailState.SENT))).containsExactly(0);
        assertThat(indexes(of(batch, MailState.DEFERRED))).containsExactly(3);
        assertThat(indexes(of(batch, MailState.FAILED))).containsExactly(6);
        assertThat(indexes(of(batch, MailState.QUEUED))).containsExactly(9);
        assertThat(indexes(of(batch, MailState.NOT_REQUESTED))).isEmpty();
        assertThat(rows().count(of(batch, MailState.QUEUED))).isEqualTo(1);
    }

    @Test
    void without_promised_mails_every_token_is_one_that_asked_for_none() {
        var batch = add(Examples.silentSettings());

        assertThat(indexes(of(batch, MailState.NOT_REQUESTED))).containsExactlyElementsOf(CREATED);
        assertThat(indexes(of(batch, MailState.QUEUED))).isEmpty();
        assertThat(rows().mails(organization.id(), batch.id())).isEmpty();
        assertThat(rowsOf(of(batch, RecipientOutcome.CREATED)))
                .extracting(ReportRows.Row::mail)
                .containsOnlyNulls();
    }

    @Test
    void a_recipient_that_no_longer_matches_is_left_out() {
        var batch = add(Examples.settings());
        var queued = of(batch, MailState.QUEUED);
        var page = rows().page(queued);

        deliver(batch);

        assertThat(page).containsExactlyElementsOf(CREATED);
        assertThat(rows().at(queued, page)).extracting(ReportRows.Row::index).containsExactly(9);
        assertThat(rows().at(all(batch), List.of(11, 2, 99)))
                .extracting(ReportRows.Row::index)
                .containsExactly(2, 11);
        assertThat(rows().at(all(batch), List.of())).isEmpty();
    }

    @Test
    void both_filters_hold_at_once() {
        var batch = add(Examples.settings());
        var query = query(
                organization.id(), batch, 1, 100, Optional.of(RecipientOutcome.INVALID), Optional.of(MailState.QUEUED));

        assertThat(rowsOf(query)).isEmpty();
        assertThat(rows().count(query)).isZero();
    }

    @Test
    void another_organization_sees_nothing() {
        var batch = add(Examples.settings());
        var foreign = query(Examples.id(), batch, 1, 100, Optional.empty(), Optional.empty());

        assertThat(rowsOf(foreign)).isEmpty();
        assertThat(rows().count(foreign)).isZero();
        assertThat(rows().mails(foreign.organizationId(), batch.id())).isEmpty();
    }

    private EnrollmentBatch add(EnrollmentSettings settings) {
        var batch = Examples.batch(organization, settings, 12);
        batch.conclude(CREATED.size());
        var rejections = REJECTED.stream()
                .map(index -> new Rejection(index, "recipient " + index, reason(index)))
                .toList();
        transactionally(() -> {
            batches().add(batch, rejections);
            tokens().addAll(Examples.tokens(batch, CREATED));
            if (settings.sendEmail()) {
                invitations().addAll(batch, CREATED);
            }
        });
        return batch;
    }

    private void store(DeliveryLane lane, InvitationChange change) {
        invitations().store(lane, List.of(change));
    }

    private void deliver(EnrollmentBatch batch) {
        var lane = lane(batch);
        store(lane, InvitationChange.sent(0, new RelayReply(SmtpStep.CONTENT, 250), LATER));
        store(lane, InvitationChange.deferred(3, Optional.of(new RelayReply(SmtpStep.CONTENT, 451)), LATER));
        store(lane, InvitationChange.failed(6, Optional.of(new RelayReply(SmtpStep.CONTENT, 550))));
    }

    private static Mail queued() {
        return new Mail(MailState.QUEUED, 0, null, NOW, null, NOW);
    }

    private static RecipientOutcome reason(int index) {
        return REASONS.get(index % REASONS.size() == 1 ? index % 2 : 2);
    }

    private List<Integer> indexes(ReportQuery query) {
        return rows().page(query);
    }

    private List<ReportRows.Row> rowsOf(ReportQuery query) {
        return rows().at(query, rows().page(query));
    }

    private static DeliveryLane lane(EnrollmentBatch batch) {
        return new DeliveryLane(batch.organizationId(), batch.id(), 0, 0, batch.total());
    }

    private ReportQuery all(EnrollmentBatch batch) {
        return page(batch, 1, 10_000);
    }

    private ReportQuery page(EnrollmentBatch batch, int page, int limit) {
        return query(organization.id(), batch, page, limit, Optional.empty(), Optional.empty());
    }

    private ReportQuery of(EnrollmentBatch batch, RecipientOutcome outcome) {
        return query(organization.id(), batch, 1, 100, Optional.of(outcome), Optional.empty());
    }

    private ReportQuery of(EnrollmentBatch batch, MailState mail) {
        return query(organization.id(), batch, 1, 100, Optional.empty(), Optional.of(mail));
    }

    private static ReportQuery query(
            String organizationId,
            EnrollmentBatch batch,
            int page,
            int limit,
            Optional<RecipientOutcome> outcome,
            Optional<MailState> mail) {
        return new ReportQuery(organizationId, batch.id(), page, limit, outcome, mail, LinkVisibility.WITHHELD);
    }
}
