package io.mdm.enrollment.domain.report;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.api.report.MailingKind;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(rows().count(page(batch, 3, 5), NOW)).isEqualTo(12);
    }

    @Test
    void outcomes_are_filtered_and_counted() {
        var batch = add(Examples.settings());

        assertThat(indexes(of(batch, RecipientOutcome.CREATED))).containsExactlyElementsOf(CREATED);
        for (var reason : REASONS) {
            var expected =
                    REJECTED.stream().filter(index -> reason(index) == reason).toList();
            assertThat(indexes(of(batch, reason))).containsExactlyElementsOf(expected);
            assertThat(rows().count(of(batch, reason), NOW)).isEqualTo(expected.size());
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
        assertThat(counts(batch).batch().mails())
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
                () -> change(batch, 0, token -> token.rotate(LATER)),
                () -> change(batch, 3, token -> token.redeem(DeviceId.of(Examples.id()), LATER)),
                () -> change(batch, 9, token -> token.revoke(LATER)),
                () -> change(batch, EnrollmentBatch::pause),
                () -> change(batch, EnrollmentBatch::resume),
                () -> change(batch, changed -> changed.extend(batch.expireAt().plusSeconds(1))),
                () -> add(batch, new Mailing(1, MailingKind.RESEND, LATER, 2)),
                () -> add(batch, new Mailing(2, MailingKind.REMINDER, LATER, 1)));
        var versions = new ArrayList<>(List.of(version(batch)));

        for (var change : changes) {
            assertThat(version(batch)).isEqualTo(versions.get(versions.size() - 1));
            change.run();
            versions.add(version(batch));
        }

        // going on after a pause makes the report what it was
        assertThat(versions).hasSize(1 + changes.size());
        assertThat(Set.copyOf(versions)).hasSize(changes.size());
        assertThat(version(add(Examples.settings()))).isNotBlank();
    }

    @Test
    void a_batch_that_is_gone_has_no_version() {
        assertThat(rows().counts(organization.id(), Examples.id(), NOW)).isEmpty();
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
        assertThat(counts(silent).batch().mails()).isEqualTo(Map.of(MailState.QUEUED, 1));
    }

    private void promiseAgain(EnrollmentBatch batch, int index) {
        transactionally(
                () -> invitations().promiseAgain(batch, invitations().beginMailing(batch), List.of(index), LATER));
    }

    private String version(EnrollmentBatch batch) {
        return counts(batch).version();
    }

    private void change(EnrollmentBatch batch, Consumer<EnrollmentBatch> change) {
        transactionally(() ->
                change.accept(batches().find(organization.id(), batch.id()).orElseThrow()));
    }

    private void change(EnrollmentBatch batch, int index, Consumer<EnrollmentToken> change) {
        transactionally(() ->
                change.accept(tokens().byIdForUpdate(token(batch, index).id()).orElseThrow()));
    }

    @Test
    void a_token_that_expires_with_nothing_written_changes_the_version_and_the_counts() {
        var batch = add(Examples.settings());
        change(batch, 0, token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        change(batch, 3, token -> token.revoke(NOW));
        var end = batch.expireAt();

        assertThat(counts(batch, end.minusNanos(1_000)).batch().tokens()).isEqualTo(new TokenCounts(2, 1, 1, 0));
        assertThat(counts(batch, end).batch().tokens()).isEqualTo(new TokenCounts(0, 1, 1, 2));
        assertThat(counts(batch, end).version())
                .isNotEqualTo(counts(batch, end.minusNanos(1_000)).version())
                .isEqualTo(counts(batch, end.plusSeconds(1)).version());
        assertThat(counts(batch).rejections()).isEqualTo(REJECTED.size());
        assertThat(counts(batch).recipients()).isEqualTo(12);
    }

    @Test
    void mailings_after_the_first_are_told_in_order() {
        var batch = add(Examples.settings());
        var resend = new Mailing(1, MailingKind.RESEND, LATER, 2);
        var reminder = new Mailing(2, MailingKind.REMINDER, LATER.plusSeconds(1), 4);
        add(batch, reminder);
        add(batch, resend);

        assertThat(rows().mailings(organization.id(), batch.id())).containsExactly(resend, reminder);
        assertThat(rows().mailings(Examples.id(), batch.id())).isEmpty();
        assertThat(rows().mailings(organization.id(), add(Examples.settings()).id()))
                .isEmpty();
    }

    @Test
    void only_the_latest_of_very_many_mailings_are_told() {
        var batch = add(Examples.settings());
        for (int number = 1; number <= ReportRows.MAX_MAILINGS + 2; number++) {
            add(batch, new Mailing(number, MailingKind.RESEND, LATER, 1));
        }

        assertThat(rows().mailings(organization.id(), batch.id()))
                .hasSize(ReportRows.MAX_MAILINGS)
                .startsWith(new Mailing(3, MailingKind.RESEND, LATER, 1));
    }

    @Test
    void states_of_tokens_are_filtered_and_counted() {
        var batch = add(Examples.settings());
        change(batch, 0, token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        change(batch, 3, token -> token.revoke(NOW));

        assertThat(indexes(of(batch, State.DONE))).containsExactly(0);
        assertThat(indexes(of(batch, State.DELETED))).containsExactly(3);
        assertThat(indexes(of(batch, State.PENDING))).containsExactly(6, 9);
        assertThat(indexes(of(batch, State.EXPIRED))).isEmpty();
        assertThat(rows().page(of(batch, State.EXPIRED), batch.expireAt())).containsExactly(6, 9);
        assertThat(rows().count(of(batch, State.values()), NOW)).isEqualTo(CREATED.size());
    }

    @Test
    void a_filter_that_is_repeated_leaves_what_is_any_of_them() {
        var batch = add(Examples.settings());
        deliver(batch);

        assertThat(indexes(of(batch, RecipientOutcome.INVALID, RecipientOutcome.DUPLICATE, RecipientOutcome.QUOTA)))
                .containsExactlyElementsOf(REJECTED);
        assertThat(indexes(of(batch, MailState.SENT, MailState.FAILED))).containsExactly(0, 6);
        assertThat(indexes(of(batch, State.PENDING, State.DONE))).containsExactlyElementsOf(CREATED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PERSON3@         | 3
            acme.EXAMPLE     | 0 3 6 9
            Recipient 1      | 1 10 11
            person_@         | ''
            %                | ''
            \\                | ''
            """)
    void a_search_finds_what_an_address_contains_with_a_token_or_not(String text, String indexes) {
        var batch = add(Examples.settings());

        assertThat(indexes(containing(batch, text)).stream().map(String::valueOf))
                .isEqualTo(Stream.of(indexes.split(" "))
                        .filter(index -> !index.isEmpty())
                        .toList());
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
        assertThat(rows().count(of(batch, MailState.QUEUED), NOW)).isEqualTo(1);
    }

    @Test
    void without_promised_mails_every_token_is_one_that_asked_for_none() {
        var batch = add(Examples.silentSettings());

        assertThat(indexes(of(batch, MailState.NOT_REQUESTED))).containsExactlyElementsOf(CREATED);
        assertThat(indexes(of(batch, MailState.QUEUED))).isEmpty();
        assertThat(counts(batch).batch().mails()).isEmpty();
        assertThat(rowsOf(of(batch, RecipientOutcome.CREATED)))
                .extracting(ReportRows.Row::mail)
                .containsOnlyNulls();
    }

    @Test
    void a_recipient_that_no_longer_matches_is_left_out() {
        var batch = add(Examples.settings());
        var queued = of(batch, MailState.QUEUED);
        var page = indexes(queued);

        deliver(batch);

        assertThat(page).containsExactlyElementsOf(CREATED);
        assertThat(rows().at(queued, page, NOW))
                .extracting(ReportRows.Row::index)
                .containsExactly(9);
        assertThat(rows().at(all(batch), List.of(11, 2, 99), NOW))
                .extracting(ReportRows.Row::index)
                .containsExactly(2, 11);
        assertThat(rows().at(all(batch), List.of(), NOW)).isEmpty();
    }

    @Test
    void all_filters_hold_at_once() {
        var batch = add(Examples.settings());
        deliver(batch);
        var none =
                filtered(batch, Set.of(RecipientOutcome.INVALID), Set.of(MailState.QUEUED), Set.of(), Optional.empty());
        var one = filtered(
                batch,
                Set.of(RecipientOutcome.CREATED),
                Set.of(MailState.QUEUED, MailState.SENT),
                Set.of(State.PENDING),
                Optional.of("person9"));

        assertThat(rowsOf(none)).isEmpty();
        assertThat(rows().count(none, NOW)).isZero();
        assertThat(indexes(one)).containsExactly(9);
        assertThat(rows().count(one, NOW)).isEqualTo(1);
    }

    @Test
    void another_organization_sees_nothing() {
        var batch = add(Examples.settings());
        var foreign = ReportQuery.all(Examples.id(), batch.id(), 1, 100, LinkVisibility.WITHHELD);

        assertThat(rowsOf(foreign)).isEmpty();
        assertThat(rows().count(foreign, NOW)).isZero();
        assertThat(rows().counts(foreign.organizationId(), batch.id(), NOW)).isEmpty();
    }

    protected abstract void add(EnrollmentBatch batch, Mailing mailing);

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
        return rows().page(query, NOW);
    }

    private List<ReportRows.Row> rowsOf(ReportQuery query) {
        return rows().at(query, rows().page(query, NOW), NOW);
    }

    private static DeliveryLane lane(EnrollmentBatch batch) {
        return new DeliveryLane(batch.organizationId(), batch.id(), 0, 0, batch.total());
    }

    private ReportQuery all(EnrollmentBatch batch) {
        return page(batch, 1, 10_000);
    }

    private ReportQuery page(EnrollmentBatch batch, int page, int limit) {
        return ReportQuery.all(organization.id(), batch.id(), page, limit, LinkVisibility.WITHHELD);
    }

    private ReportQuery of(EnrollmentBatch batch, RecipientOutcome... outcomes) {
        return filtered(batch, Set.of(outcomes), Set.of(), Set.of(), Optional.empty());
    }

    private ReportQuery of(EnrollmentBatch batch, MailState... mails) {
        return filtered(batch, Set.of(), Set.of(mails), Set.of(), Optional.empty());
    }

    private ReportQuery of(EnrollmentBatch batch, State... states) {
        return filtered(batch, Set.of(), Set.of(), Set.of(states), Optional.empty());
    }

    private ReportQuery containing(EnrollmentBatch batch, String search) {
        return filtered(batch, Set.of(), Set.of(), Set.of(), Optional.of(search));
    }

    private ReportQuery filtered(
            EnrollmentBatch batch,
            Set<RecipientOutcome> outcomes,
            Set<MailState> mails,
            Set<State> states,
            Optional<String> search) {
        return new ReportQuery(
                organization.id(), batch.id(), 1, 100, outcomes, mails, states, search, LinkVisibility.WITHHELD);
    }

    private ReportRows.Counts counts(EnrollmentBatch batch) {
        return counts(batch, NOW);
    }

    private ReportRows.Counts counts(EnrollmentBatch batch, Instant now) {
        return rows().counts(organization.id(), batch.id(), now).orElseThrow();
    }

    private EnrollmentToken token(EnrollmentBatch batch, int index) {
        return tokens().ofBatch(organization.id(), batch.id(), List.of(index)).get(0);
    }
}
