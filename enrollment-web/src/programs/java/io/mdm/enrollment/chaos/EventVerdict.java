package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.Database;
import java.time.Duration;
import java.time.Instant;

/** Comparison of what the receiver got with what the database holds, which is printed. */
record EventVerdict(
        Database database,
        Promises promises,
        TokenFates fates,
        EventLedger receiver,
        EventSecrets secrets,
        RunLog log) {

    /**
     * Whether everything was as promised, and enough happened to say so.
     *
     * @param calm when nothing failed any more
     */
    boolean isRight(Ledger relay, int created, EventFloor floor, Instant calm) {
        var stored = new StoredTokens(database, promises.tenant().id());
        stored.tell(log);
        EventCounts.of(receiver.deliveries(), calm).tell(log);
        var findings = findings(relay);
        findings.tell(log);
        boolean enough = stored.reach(floor, Duration.ZERO);
        log.tell("  as much as is needed for a proof, %s: %s", floor, enough ? "yes" : "NO");
        boolean kept = stored.areAll(created, promises.all().size() + TokenTraffic.ALONE)
                && stored.areRedeemed(fates.redeemed())
                && stored.areRevoked(fates.revoked())
                && stored.areAudited();
        log.tell(
                "  redirects followed %d; answers cut off %d; database as promised and as audited: %s",
                receiver.strays(), fates.callers().cutOff(), kept ? "yes" : "NO");
        return findings.areGood() && enough && kept && receiver.strays() == 0;
    }

    /** Whether all that must be told is stored. */
    boolean isNothingForgotten(Ledger relay) {
        var findings = findings(relay);
        return findings.lost().isEmpty() && findings.forgotten().isEmpty();
    }

    private EventFindings findings(Ledger relay) {
        var causes = EventCauses.of(database, promises.tenant().id(), relay);
        return EventFindings.of(receiver.deliveries(), causes, secrets);
    }
}
