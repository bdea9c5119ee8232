package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored outcomes of a batch's recipients, as a report shows them. */
public interface ReportRows {
    /** Bound on the mailings of a report after the first; a bulk may have any number. */
    int MAX_MAILINGS = 999;

    /** Positions of the recipients on the page asked for, ascending. */
    List<Integer> page(ReportQuery query, Instant now);

    /** Recipients at these positions, in request order, without those that what is asked for no longer leaves. */
    List<Row> at(ReportQuery query, List<Integer> indexes, Instant now);

    /** How many recipients the query leaves, on all pages. */
    int count(ReportQuery query, Instant now);

    /** Counts of the batch, and the version that changes with them; empty when the batch has just been removed. */
    Optional<Counts> counts(String organizationId, String batchId, Instant now);

    /** The latest mailings of the batch after the first, at most {@value #MAX_MAILINGS}, in order. */
    List<Mailing> mailings(String organizationId, String batchId);

    /**
     * What stands in a report beside its recipients.
     *
     * @param version differs whenever anything that a report of the batch shows differs; printable ASCII
     * @param rejections recipients without a token
     */
    record Counts(String version, BatchCounts batch, int rejections) {
        int recipients() {
            var tokens = batch.tokens();
            return rejections + tokens.pending() + tokens.done() + tokens.deleted() + tokens.expired();
        }
    }

    /**
     * One recipient.
     *
     * @param email null when a token was created, where it stands, or the person was erased
     * @param mail null unless an invitation was promised
     */
    record Row(
            int index,
            @Nullable String email,
            RecipientOutcome outcome,
            @Nullable Mail mail) {}
}
