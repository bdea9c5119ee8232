package io.mdm.enrollment.api.report;

import io.mdm.enrollment.api.token.LinkVisibility;
import java.util.Optional;

/**
 * Query for one page of a report.
 *
 * @param page from 1
 * @param limit items per page, 1 to 10 000
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
        LinkVisibility links) {}
