package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.Database;
import java.time.Duration;
import java.util.Set;

/** Tokens of one organization as the database holds them, beside what callers were told and what was audited. */
record StoredTokens(Database database, String organizationId) {
    private static final String IN_STATE =
            "select count(*) from enrollment.enrollment_token where organization_id = ? and state = ?";
    private static final String AUDITED =
            "select coalesce(sum(tokens), 0) from enrollment.enrollment_audit where organization_id = ? and action = ?";

    /** Whether the database holds what was created and nothing else. */
    boolean areAll(int tokens, int batches) {
        return tokens == all()
                && batches
                        == database.number(
                                "select count(*) from enrollment.enrollment_batch where organization_id = ?",
                                organizationId);
    }

    boolean areRedeemed(Set<String> told) {
        return are(told, "DONE");
    }

    boolean areRevoked(Set<String> told) {
        return are(told, "DELETED");
    }

    private boolean are(Set<String> told, String state) {
        return told.size()
                == database.number(IN_STATE + " and id = any (?)", organizationId, state, told.toArray(String[]::new));
    }

    /** Whether each creation, redemption and revocation is in the audit record, and no other. */
    boolean areAudited() {
        return audited("CREATED") == all()
                && audited("REDEEMED") == inState("DONE")
                && audited("REVOKED") == inState("DELETED");
    }

    private long audited(String action) {
        return database.number(AUDITED, organizationId, action);
    }

    private long inState(String state) {
        return database.number(IN_STATE, organizationId, state);
    }

    private long all() {
        return database.number(
                "select count(*) from enrollment.enrollment_token where organization_id = ?", organizationId);
    }

    /** Whether enough has happened, when this much more time has passed. */
    boolean reach(EventFloor floor, Duration later) {
        return floor.isReachedBy(inState("DONE"), inState("DELETED"), expired(later));
    }

    private long expired(Duration later) {
        return database.number(
                IN_STATE + " and expire_at < now() + make_interval(secs => ?)",
                organizationId,
                "PENDING",
                later.toSeconds());
    }

    void tell(RunLog log) {
        log.tell(
                "%d tokens: %d redeemed, %d revoked, %d expired",
                all(), inState("DONE"), inState("DELETED"), expired(Duration.ZERO));
    }
}
