package io.mdm.enrollment.api;

/**
 * An invitation promised once more.
 *
 * @param mail as a report shows it from now on
 */
public record ResentInvitation(String tokenId, BatchReport.Mail mail) {}
