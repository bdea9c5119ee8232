package io.mdm.enrollment.api;

/** Revocation of all tokens of a bulk request that have not been used. */
public interface BatchRevocation {

    /**
     * Revokes the pending tokens of the request, and abandons its invitations that have not been sent. Messages that
     * are on their way, one at most for each worker, still arrive; their links no longer work. Repeating the call
     * changes nothing.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     */
    RevokedBatch revoke(String organizationId, String batchId);
}
