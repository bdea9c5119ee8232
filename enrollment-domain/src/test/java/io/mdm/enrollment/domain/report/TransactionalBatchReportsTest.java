package io.mdm.enrollment.domain.report;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.api.report.MailingKind;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TransactionalBatchReportsTest {
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final InMemoryReportRows rows = new InMemoryReportRows(batches, tokens, invitations);
    private final TransactionalBatchReports reports = new TransactionalBatchReports(
            batches, rows, new ReportItems(tokens, rows, Examples.links(), Examples.configuration(), clock), clock);
    private final Organization organization = Examples.organization();

    @Test
    void a_report_tells_of_the_batch_and_of_every_recipient() {
        var batch = add(Examples.fullSettings());
        invitations.store(
                new DeliveryLane(organization.id(), batch.id(), 0, 0, 3),
                List.of(InvitationChange.sent(0, new RelayReply(SmtpStep.CONTENT, 250), NOW.plusSeconds(1))));

        var report = reports.report(query(batch, LinkVisibility.SHOWN));

        var token = token(batch, 0);
        assertThat(report)
                .usingRecursiveComparison()
                .withEqualsForFields(
                        (Iterable<?> some, Iterable<?> others) -> iterated(some).equals(iterated(others)), "items")
                .isEqualTo(new BatchReport(
                        report.version(),
                        batch.id(),
                        organization.id(),
                        NOW,
                        "admin@acme.example",
                        Examples.fullSettings(),
                        batch.expireAt(),
                        false,
                        null,
                        false,
                        3,
                        2,
                        1,
                        Map.of(MailState.SENT, 1, MailState.QUEUED, 1),
                        new TokenCounts(2, 0, 0, 0),
                        List.of(new Mailing(0, MailingKind.INVITATION, NOW, 2)),
                        List.of(
                                new BatchReport.Item(
                                        0,
                                        "person0@acme.example",
                                        null,
                                        RecipientOutcome.CREATED,
                                        token.id(),
                                        IssuedToken.State.PENDING,
                                        null,
                                        null,
                                        link(token),
                                        code(token),
                                        new Mail(MailState.SENT, 1, "250", NOW, NOW.plusSeconds(1), null),
                                        null),
                                BatchReport.Item.rejected(1, "nobody", RecipientOutcome.INVALID, null),
                                new BatchReport.Item(
                                        2,
                                        "person2@acme.example",
                                        null,
                                        RecipientOutcome.CREATED,
                                        token(batch, 2).id(),
                                        IssuedToken.State.PENDING,
                                        null,
                                        null,
                                        link(token(batch, 2)),
                                        code(token(batch, 2)),
                                        new Mail(MailState.QUEUED, 0, null, NOW, null, NOW),
                                        null)),
                        3));
    }

    @Test
    void links_are_withheld_from_those_who_may_not_see_them() {
        assertThat(reports.report(query(add(Examples.settings()), LinkVisibility.WITHHELD))
                        .items())
                .flatExtracting(BatchReport.Item::enrollmentLink, BatchReport.Item::enrollCode)
                .containsOnlyNulls();
    }

    @Test
    void only_live_tokens_show_a_link() {
        var batch = add(Examples.settings());
        token(batch, 0).redeem(DeviceId.of(Examples.id()), NOW);
        assertThat(links(batch)).containsExactly(false, false, true);

        token(batch, 2).revoke(NOW);
        assertThat(links(batch)).containsExactly(false, false, false);

        var other = add(Examples.settings());
        clock.set(batch.expireAt().minusMillis(1));
        assertThat(links(other)).containsExactly(true, false, true);
        clock.set(batch.expireAt());
        assertThat(links(other)).containsExactly(false, false, false);
    }

    @Test
    void without_mails_each_token_says_that_none_was_asked_for() {
        var report = reports.report(query(add(Examples.silentSettings()), LinkVisibility.WITHHELD));

        assertThat(report.mails()).isEqualTo(Map.of(MailState.NOT_REQUESTED, 2));
        assertThat(iterated(report.items()).get(0).mail())
                .isEqualTo(new Mail(MailState.NOT_REQUESTED, 0, null, null, null, null));
        assertThat(iterated(report.items()).get(1).mail()).isNull();
    }

    @Test
    void each_recipient_has_the_state_of_the_token_and_the_device_enrolled_with_it() {
        var batch = add(Examples.settings());
        var device = Examples.id();
        token(batch, 0).redeem(DeviceId.of(device), NOW.plusSeconds(5));
        clock.set(batch.expireAt());

        var items =
                iterated(reports.report(query(batch, LinkVisibility.WITHHELD)).items());

        assertThat(items)
                .extracting(BatchReport.Item::state)
                .containsExactly(IssuedToken.State.DONE, null, IssuedToken.State.EXPIRED);
        assertThat(items).extracting(BatchReport.Item::winDeviceId).containsExactly(device, null, null);
        assertThat(items).extracting(BatchReport.Item::enrolledAt).containsExactly(NOW.plusSeconds(5), null, null);
    }

    @Test
    void the_first_mailing_is_the_invitation_unless_nobody_was_invited() {
        var batch = add(Examples.settings());
        var silent = add(Examples.silentSettings());
        var resend = new Mailing(1, MailingKind.RESEND, NOW, 1);
        rows.add(batch, resend);
        rows.add(silent, resend);

        assertThat(reports.report(query(batch, LinkVisibility.WITHHELD)).mailings())
                .containsExactly(new Mailing(0, MailingKind.INVITATION, NOW, 2), resend);
        assertThat(reports.report(query(silent, LinkVisibility.WITHHELD)).mailings())
                .containsExactly(resend);
    }

    @Test
    void without_a_limit_only_the_counts_are_read() {
        var batch = add(Examples.settings());
        var counts = reports.report(ReportQuery.all(organization.id(), batch.id(), 1, 0, LinkVisibility.WITHHELD));
        var filtered = reports.report(new ReportQuery(
                organization.id(),
                batch.id(),
                1,
                0,
                Set.of(RecipientOutcome.CREATED),
                Set.of(),
                Set.of(),
                Optional.empty(),
                LinkVisibility.WITHHELD));

        assertThat(counts.items()).isEmpty();
        assertThat(counts.totalItems()).isEqualTo(3);
        assertThat(counts.tokens()).isEqualTo(new TokenCounts(2, 0, 0, 0));
        assertThat(counts.version()).isEqualTo(reports.version(query(batch, LinkVisibility.WITHHELD)));
        assertThat(filtered.totalItems()).isEqualTo(2);
    }

    @Test
    void the_version_tells_callers_with_and_without_links_apart() {
        var batch = add(Examples.settings());

        assertThat(reports.version(query(batch, LinkVisibility.SHOWN)))
                .isNotEqualTo(reports.version(query(batch, LinkVisibility.WITHHELD)));
    }

    @Test
    void another_organization_has_no_such_report() {
        var batch = add(Examples.settings());
        var foreign = ReportQuery.all(Examples.id(), batch.id(), 1, 10, LinkVisibility.SHOWN);

        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> reports.report(foreign))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
    }

    /** Of three recipients the middle one gets no token. */
    private EnrollmentBatch add(EnrollmentSettings settings) {
        var batch = Examples.batch(organization, settings, 3);
        batch.conclude(2);
        batches.add(batch, List.of(new Rejection(1, "nobody", RecipientOutcome.INVALID)));
        tokens.addAll(Examples.tokens(batch, List.of(0, 2)));
        if (settings.sendEmail()) {
            invitations.addAll(batch, List.of(0, 2));
        }
        return batch;
    }

    private List<Boolean> links(EnrollmentBatch batch) {
        return iterated(reports.report(query(batch, LinkVisibility.SHOWN)).items()).stream()
                .map(item -> item.enrollmentLink() != null && item.enrollCode() != null)
                .toList();
    }

    private static <T> List<T> iterated(Iterable<T> items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static PersonalLink link(EnrollmentToken token) {
        return new PersonalLink(
                URI.create("https://mdm.example/enroll"),
                token.credential(Examples.credentials()).value());
    }

    private static String code(EnrollmentToken token) {
        return token.enrollCode(Examples.credentials()).value();
    }

    private EnrollmentToken token(EnrollmentBatch batch, int index) {
        return tokens.ofBatch(organization.id(), batch.id(), List.of(index)).get(0);
    }

    private static ReportQuery query(EnrollmentBatch batch, LinkVisibility links) {
        return ReportQuery.all(batch.organizationId(), batch.id(), 1, 100, links);
    }
}
