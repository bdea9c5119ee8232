package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Turns of transactions that depend on which tokens of an organization are live. */
@Dependent
class OrganizationTurn {
    /** SQL state (PostgreSQL, appendix A). */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final EnrollmentDatabase database;

    @Inject
    OrganizationTurn(EnrollmentDatabase database) {
        this.database = database;
    }

    /**
     * Waits until no other transaction of the organization has its turn; this one has it until it ends. The time limit
     * applies to this lock only: what is waited for later is nobody's turn.
     *
     * @throws EnrollmentException of {@link EnrollmentProblem#BUSY} after a wait of 3 s
     */
    void await(String organizationId) {
        database.update("set local lock_timeout = '3s'");
        try {
            database.query(
                    "select pg_advisory_xact_lock(hashtextextended('enrollment quota ' || ?, 0))",
                    row -> organizationId,
                    organizationId);
        } catch (SqlFailure failed) {
            throw failed.hasState(LOCK_NOT_AVAILABLE) ? new EnrollmentException(EnrollmentProblem.BUSY) : failed;
        }
        database.update("set local lock_timeout to default");
    }
}
