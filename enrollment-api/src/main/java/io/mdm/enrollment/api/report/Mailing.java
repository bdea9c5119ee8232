package io.mdm.enrollment.api.report;

import java.time.Instant;

/**
 * One mailing of a batch: invitations that were promised together.
 *
 * @param number 0 for the invitation, then counted up
 * @param total how many invitations were promised in it
 */
public record Mailing(int number, MailingKind kind, Instant createdAt, int total) {}
