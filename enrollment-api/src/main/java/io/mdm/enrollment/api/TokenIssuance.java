package io.mdm.enrollment.api;

/** Issues one enrollment token per invited person and promises each of them an invitation. */
public interface TokenIssuance {

    /**
     * Issues the tokens, records the recipients who get none, and promises the mails, all in one transaction.
     *
     * @return the counts, which always add up to the number of addresses given
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization, its Windows enterprise,
     *     a policy or the segment is unknown; {@link EnrollmentProblem#IDEMPOTENCY_KEY_REUSED} when the key was used with
     *     another body; {@link EnrollmentProblem#STILL_RUNNING} when a request with the key is at work. Nothing has been
     *     created then
     */
    BatchReceipt issue(IssueTokens command);
}
