package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.report.ReportRows;
import io.mdm.enrollment.domain.report.ReportRows.Counts;
import io.mdm.enrollment.domain.report.ReportRowsContract;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcReportRowsTest extends ReportRowsContract {
    private static final String SMILE = "\ud83d\ude42";

    @Override
    protected ReportRows rows() {
        return Stores.shared().rows();
    }

    @Override
    protected EnrollmentBatches batches() {
        return Stores.shared().batches();
    }

    @Override
    protected EnrollmentTokens tokens() {
        return Stores.shared().tokens();
    }

    @Override
    protected Invitations invitations() {
        return Stores.shared().invitations();
    }

    @Override
    protected void transactionally(Runnable work) {
        Stores.shared().transactionally(work);
    }

    @Override
    protected void add(EnrollmentBatch batch, Mailing mailing) {
        Stores.shared()
                .database()
                .update(
                        "insert into enrollment.mailing (batch_id, number, kind, created_at, total) values (?, ?, ?, ?, ?)",
                        batch.id(),
                        mailing.number(),
                        mailing.kind().name(),
                        InstantConverter.timestamp(mailing.createdAt()),
                        mailing.total());
    }

    @Test
    void the_version_changes_when_one_token_is_extended_and_when_that_one_expires() {
        var batch = oneToken();
        var end = batch.expireAt();
        var before = counts(batch, end.minusSeconds(1)).version();

        Stores.shared()
                .database()
                .update(
                        "update enrollment.enrollment_token set expire_at = expire_at + interval '1 hour' where batch_id = ?",
                        batch.id());

        var extended = counts(batch, end.minusSeconds(1));
        assertThat(extended.version())
                .isNotEqualTo(before)
                .isEqualTo(counts(batch, end).version());
        assertThat(counts(batch, end).batch().tokens()).isEqualTo(new TokenCounts(1, 0, 0, 0));
        assertThat(counts(batch, end.plusSeconds(3600)).version()).isNotEqualTo(extended.version());
        assertThat(counts(batch, end.plusSeconds(3600)).batch().tokens()).isEqualTo(new TokenCounts(0, 0, 0, 1));
    }

    @Test
    void a_mail_that_waits_for_another_message_does_not_tell_when_the_earlier_one_was_sent() {
        var batch = oneToken();
        var query = ReportQuery.all(batch.organizationId(), batch.id(), 1, 10, LinkVisibility.WITHHELD);
        for (var state : List.of(MailState.QUEUED, MailState.DEFERRED, MailState.FAILED, MailState.SENT)) {
            Stores.shared()
                    .database()
                    .update(
                            "update enrollment.invitation set state = ?, sent_at = ? where batch_id = ?",
                            state.name(),
                            InstantConverter.timestamp(NOW),
                            batch.id());

            assertThat(rows().at(query, List.of(0), NOW))
                    .extracting(row -> Optional.ofNullable(row.mail()).map(Mail::sentAt))
                    .containsExactly(state == MailState.SENT ? Optional.of(NOW) : Optional.empty());
        }
    }

    private EnrollmentBatch oneToken() {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), 1);
        transactionally(() -> {
            batches().add(batch, List.of());
            tokens().addAll(Examples.tokens(batch, List.of(0)));
            invitations().addAll(batch, List.of(0));
        });
        return batch;
    }

    private Counts counts(EnrollmentBatch batch, Instant now) {
        return rows().counts(batch.organizationId(), batch.id(), now).orElseThrow();
    }

    @Test
    void rejected_addresses_are_kept_to_320_characters_and_none_of_them_is_half() {
        assertThat(stored(
                        "",
                        "x".repeat(320),
                        "x".repeat(321),
                        "x".repeat(100_000),
                        "x".repeat(319) + SMILE,
                        "x".repeat(318) + SMILE + "x",
                        SMILE.repeat(200)))
                .containsExactly(
                        "",
                        "x".repeat(320),
                        "x".repeat(320),
                        "x".repeat(320),
                        "x".repeat(319),
                        "x".repeat(318) + SMILE,
                        SMILE.repeat(160));
    }

    @Test
    void thousands_of_rejections_are_kept() {
        var emails = IntStream.range(0, 2_500).mapToObj(i -> "nobody " + i).toArray(String[]::new);

        assertThat(stored(emails)).containsExactly(emails);
    }

    private List<String> stored(String... emails) {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), emails.length);
        var rejections = IntStream.range(0, emails.length)
                .mapToObj(index -> new Rejection(index, emails[index], RecipientOutcome.INVALID))
                .toList();
        transactionally(() -> batches().add(batch, rejections));
        var query = ReportQuery.all(batch.organizationId(), batch.id(), 1, 10_000, LinkVisibility.WITHHELD);
        return rows().at(query, rows().page(query, NOW), NOW).stream()
                .map(row -> String.valueOf(row.email()))
                .toList();
    }
}
