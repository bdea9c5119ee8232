package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.report.ReportRows;
import io.mdm.enrollment.domain.report.ReportRowsContract;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
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
        var query = new ReportQuery(
                batch.organizationId(),
                batch.id(),
                1,
                10_000,
                Optional.empty(),
                Optional.empty(),
                LinkVisibility.WITHHELD);
        return rows().at(query, rows().page(query)).stream()
                .map(row -> String.valueOf(row.email()))
                .toList();
    }
}
