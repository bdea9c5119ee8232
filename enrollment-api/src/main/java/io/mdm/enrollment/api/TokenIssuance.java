package io.mdm.enrollment.api;

/** Issuance of tokens in bulk: one enrollment token and one promised invitation per recipient. */
public interface TokenIssuance {

    /**
     * Issues the tokens, records the rejected recipients and promises the mails, all in one transaction.
     *
     * @return the counts; success and fail add up to the number of addresses given
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization, its Windows
     *     enterprise, a policy or the segment is unknown; {@link EnrollmentProblem#IDEMPOTENCY_KEY_REUSED} when the key
     *     was used with another body; {@link EnrollmentProblem#STILL_RUNNING} when a request with the key has not ended
     *     yet; {@link LimitReached} when the organization has requested too many recipients within an hour. Nothing is
     *     created then
     */
    BatchReceipt issue(IssueTokens command);

    /**
     * Judges the recipients as {@link #issue} would at this moment, quota included, and refuses what that would refuse.
     * Nothing is written, counted or mailed, and nothing is reserved; an idempotency key is ignored.
     *
     * @throws EnrollmentException as {@link #issue} does
     */
    CheckedBatch check(IssueTokens command);
}
