package io.mdm.enrollment.api.report;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.token.LinkVisibility;
import java.util.Optional;

/**
 * Query for one page of a report.
 *
 * @param page from 1
 * @param limit items per page, from 1
 * @param outcome only recipients with this outcome
 * @param mail only recipients whose mail is in this state
 * @param links whether the caller may see personal links and codes
 */
public record ReportQuery(
        String organizationId,
        String batchId,
        int page,
        int limit,
        Optional<RecipientOutcome> outcome,
        Optional<MailState> mail,
        LinkVisibility links) {

    /** The same without pages. */
    public ReportQuery whole() {
        return new ReportQuery(organizationId, batchId, 1, Integer.MAX_VALUE, outcome, mail, links);
    }
}
