package io.mdm.enrollment.api;

import io.mdm.enrollment.api.report.BatchReport;

/**
 * An invitation promised once more.
 *
 * @param mail as a report shows it from now on
 */
public record ResentInvitation(String tokenId, BatchReport.Mail mail) {}
