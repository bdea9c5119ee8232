package io.mdm.enrollment.api;

/** Token quotas of organizations, and the use made of them. */
public interface TokenQuotas {

    /**
     * The organization's quota. Nothing is reserved: requests at the same time may use what is left.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when there is no such organization
     */
    TokenQuota quota(String organizationId);
}
