package io.mdm.enrollment.api;

import io.mdm.enrollment.api.mail.Mail;

/**
 * Result of resending one invitation.
 *
 * @param mail state of the mail as reports show it from now on
 */
public record ResentInvitation(String tokenId, Mail mail) {}
