package io.mdm.enrollment.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The end of a run, when nothing fails any more. */
record EventCalm(Cluster cluster, Promises promises) {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Before any event. */
    private static final Instant SINCE = Instant.EPOCH;

    /** What is still to come: each of these counts it, given the organization or the webhook. */
    private static final List<String> MAILS = List.of("""
            select count(*) from enrollment.invitation i join enrollment.enrollment_batch b on b.id = i.batch_id
            where b.organization_id = ? and i.state in ('QUEUED', 'DEFERRED')
            """, """
            select count(*) from enrollment.enrollment_batch where organization_id = ? and bulk and completed_at is null
            """);

    private static final String EXPIRIES = """
            select count(*) from enrollment.enrollment_token where organization_id = ? and state = 'PENDING'
              and expire_at < now() + interval '1 hour' and expire_at > (select taken_until from enrollment.expiry_watermark)
            """;

    private static final String EVENTS = """
            select (select count(*) from enrollment.webhook_outbox) + (select count(*) from enrollment.webhook_event e
              where e.position >= (select position from enrollment.webhook_progress where webhook_id = ?))
            """;

    /** Waits until nothing is left to be mailed, to expire, or to be delivered; false when that takes too long. */
    boolean awaitSettled(String webhook) {
        var organization = promises.tenant().id();
        return promises.awaitSettled()
                && MAILS.stream().allMatch(count -> awaitNone(count, organization))
                && awaitNone(EXPIRIES, organization)
                && awaitNone(EVENTS, webhook);
    }

    /** Has everything delivered again. */
    boolean isReplayed(String webhook, TokenFates fates) {
        var reply = fates.callers()
                .answer(server -> server.post(fates.tokens(server) + "/webhooks/" + webhook + "/replay?from=" + SINCE));
        return reply.status() == 200 && awaitNone(EVENTS, webhook);
    }

    private boolean awaitNone(String count, String of) {
        try {
            Awaitility.await("calm")
                    .atMost(PATIENCE)
                    .until(() -> cluster.database().number(count, of) == 0);
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        }
    }
}
