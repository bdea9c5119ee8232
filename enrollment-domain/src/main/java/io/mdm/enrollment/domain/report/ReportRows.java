package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored outcomes of a batch's recipients, as a report shows them. */
public interface ReportRows {

    /** Positions of the recipients on the page asked for, ascending. */
    List<Integer> page(ReportQuery query);

    /**
     * Recipients at these positions, in request order, without those that the outcome and mail asked for no longer
     * leave.
     */
    List<Row> at(ReportQuery query, List<Integer> indexes);

    /** How many recipients the outcome and mail asked for leave, on all pages. */
    int count(ReportQuery query);

    /** How many invitations of the batch are in each state; absent states have none. */
    Map<MailState, Integer> mails(String organizationId, String batchId);

    /**
     * Differs whenever anything that a report of the batch shows differs, but for what the clock alone changes.
     *
     * @return printable ASCII; empty when the batch has just been removed
     */
    Optional<String> version(String organizationId, String batchId);

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
