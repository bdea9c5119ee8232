package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;

class InMemoryReportRowsTest extends ReportRowsContract {
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemoryReportRows rows = new InMemoryReportRows(batches, tokens, invitations);

    @Override
    protected ReportRows rows() {
        return rows;
    }

    @Override
    protected void add(EnrollmentBatch batch, Mailing mailing) {
        rows.add(batch, mailing);
    }

    @Override
    protected EnrollmentBatches batches() {
        return batches;
    }

    @Override
    protected EnrollmentTokens tokens() {
        return tokens;
    }

    @Override
    protected Invitations invitations() {
        return invitations;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
