package io.mdm.enrollment.api.report;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import java.util.Optional;
import java.util.Set;

/**
 * Query for one page of a report.
 *
 * @param page from 1
 * @param limit items per page; 0 for the counts alone, which read no recipient
 * @param outcomes only recipients with one of these outcomes; empty for all
 * @param mails only recipients whose mail is in one of these states; empty for all
 * @param states only recipients whose token is in one of these states; empty for all, also those without a token
 * @param search only recipients whose address contains this, in any case; at most 128 UTF-16 units
 * @param links whether the caller may see personal links and codes
 */
public record ReportQuery(
        String organizationId,
        String batchId,
        int page,
        int limit,
        Set<RecipientOutcome> outcomes,
        Set<MailState> mails,
        Set<IssuedToken.State> states,
        Optional<String> search,
        LinkVisibility links) {

    public ReportQuery {
        outcomes = Set.copyOf(outcomes);
        mails = Set.copyOf(mails);
        states = Set.copyOf(states);
    }

    /** Query for a page of all recipients. */
    public static ReportQuery all(String organizationId, String batchId, int page, int limit, LinkVisibility links) {
        return new ReportQuery(
                organizationId, batchId, page, limit, Set.of(), Set.of(), Set.of(), Optional.empty(), links);
    }

    /** The same without pages. */
    public ReportQuery whole() {
        return new ReportQuery(organizationId, batchId, 1, Integer.MAX_VALUE, outcomes, mails, states, search, links);
    }

    /** Whether some recipients are left out of all pages. */
    public boolean isFiltered() {
        return search.isPresent() || !(outcomes.isEmpty() && mails.isEmpty() && states.isEmpty());
    }
}
