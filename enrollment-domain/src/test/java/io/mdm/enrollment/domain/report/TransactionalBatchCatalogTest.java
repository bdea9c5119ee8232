package io.mdm.enrollment.domain.report;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.BatchPage;
import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.api.report.BatchSummary;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionalBatchCatalogTest {
    private final Organization organization = Examples.organization();
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final TransactionalBatchCatalog catalog =
            new TransactionalBatchCatalog(batches, new InMemoryBatchRows(batches, tokens, invitations), clock);

    @Test
    void a_bulk_is_listed_with_its_counts() {
        var batch = add(Examples.fullSettings(), 3, List.of(0, 2));
        batch.pause();

        assertThat(catalog.batches(query(1)))
                .isEqualTo(new BatchPage(
                        List.of(new BatchSummary(
                                batch.id(),
                                NOW,
                                "admin@acme.example",
                                Examples.fullSettings(),
                                batch.expireAt(),
                                3,
                                2,
                                1,
                                Map.of(MailState.QUEUED, 2),
                                new TokenCounts(2, 0, 0, 0),
                                true,
                                null,
                                false)),
                        1));
    }

    @Test
    void tokens_without_a_promised_mail_count_as_not_requested() {
        add(Examples.silentSettings(), 2, List.of(0, 1));

        assertThat(catalog.batches(query(1)).batches())
                .extracting(BatchSummary::mails)
                .containsExactly(Map.of(MailState.NOT_REQUESTED, 2));
    }

    @Test
    void tokens_expire_by_the_clock_and_a_bulk_of_nobody_counts_nothing() {
        var batch = add(Examples.settings(), 1, List.of(0));
        add(Examples.settings(), 1, List.of());
        clock.set(batch.expireAt());

        assertThat(catalog.batches(query(1)).batches())
                .extracting(BatchSummary::tokens)
                .containsExactly(new TokenCounts(0, 0, 0, 0), new TokenCounts(0, 0, 0, 1));
    }

    @Test
    void the_total_counts_all_pages() {
        for (int batch = 0; batch < 3; batch++) {
            add(Examples.settings(), 1, List.of(0));
        }

        assertThat(catalog.batches(query(2)).batches()).hasSize(1);
        assertThat(catalog.batches(query(2)).total()).isEqualTo(3);
    }

    private EnrollmentBatch add(EnrollmentSettings settings, int total, List<Integer> created) {
        var batch = Examples.batch(organization, settings, total);
        batch.conclude(created.size());
        batches.add(batch, List.of());
        tokens.addAll(Examples.tokens(batch, created));
        if (settings.sendEmail()) {
            invitations.addAll(batch, created);
        }
        return batch;
    }

    private BatchQuery query(int page) {
        return new BatchQuery(
                organization.id(),
                page,
                2,
                BatchQuery.Sort.CREATED_AT,
                Direction.DESC,
                Optional.empty(),
                Optional.empty());
    }
}
