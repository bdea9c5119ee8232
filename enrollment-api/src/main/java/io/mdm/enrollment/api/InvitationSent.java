package io.mdm.enrollment.api;

import java.time.Instant;

/**
 * CDI event: the relay took the invitation of an enrollment token, or a later mail for it. Fired inside the transaction
 * that stores it, at least once per mail: it is fired again where a mail had to be sent twice, because nobody knew
 * whether the relay had taken the first. Carries neither address nor credential.
 *
 * @param mailing number of the mailing within its batch: 0 for the invitation, above for a resend or a reminder
 */
public record InvitationSent(String organizationId, String batchId, String tokenId, int mailing, Instant sentAt) {}
