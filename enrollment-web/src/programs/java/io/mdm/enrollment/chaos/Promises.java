package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The bulks of one act: posted until they are promised, and watched until every report says that nothing is left to
 * send.
 */
final class Promises {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /**
     * A deferred mail waits for minutes; the run does not, and has it due at once. Lanes that only wait for the relay
     * are left alone.
     */
    private static final List<String> MAKE_DUE = List.of(
            "update enrollment.invitation set next_attempt_at = now() where state = 'DEFERRED' and next_attempt_at > now()",
            "update enrollment.scheduled_tasks set execution_time = now() where task_name = 'invitation-lane' and not picked"
                    + " and execution_time > now() + interval '20 seconds'");

    private final Cluster cluster;
    private final Random random;
    private final Tenant tenant;
    private final List<Promise> promises = new ArrayList<>();
    private final AtomicInteger failedPosts = new AtomicInteger();

    Promises(Cluster cluster, Random random) {
        this.cluster = cluster;
        this.random = random;
        this.tenant = new HostDirectory(cluster.database()).add(Tenant.any());
    }

    Bulk bulk(int size) {
        return Bulk.of(tenant, size);
    }

    Tenant tenant() {
        return tenant;
    }

    /** Posts a bulk to any node, and again with the same key, until it is answered with 200. */
    Promise post(Bulk bulk) {
        var promise = Awaitility.await("an answer to a bulk")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_TRIES)
                .until(() -> tried(bulk, cluster.anyUp(random)), Optional::isPresent)
                .orElseThrow();
        promises.add(promise);
        return promise;
    }

    /** Tries it once; empty when the node refuses or dies. */
    Optional<Promise> tried(Bulk bulk, Node node) {
        long began = System.nanoTime();
        try {
            Reply reply = bulk.postTo(cluster.server(node));
            if (reply.status() == 200) {
                var took = Duration.ofNanos(System.nanoTime() - began);
                return Optional.of(new Promise(bulk, reply.header("Content-Location"), took));
            }
        } catch (UncheckedIOException died) {
            // it is tried again
        }
        failedPosts.incrementAndGet();
        return Optional.empty();
    }

    /** How many answers other than 200, or none, there were. */
    int failedPosts() {
        return failedPosts.get();
    }

    List<Promise> all() {
        return promises;
    }

    List<String> addresses() {
        return promises.stream().flatMap(each -> each.addresses().stream()).toList();
    }

    /** Whether what the database holds of this act's organization is exactly what was promised. */
    boolean areAllThereIs() {
        long batches = cluster.database()
                .number("select count(*) from enrollment.enrollment_batch where organization_id = ?", tenant.id());
        long tokens = cluster.database()
                .number("select count(*) from enrollment.enrollment_token where organization_id = ?", tenant.id());
        return batches == promises.size() && tokens == addresses().size();
    }

    /** Waits until nothing is queued or deferred; false when that takes more than six minutes. */
    boolean awaitSettled() {
        try {
            Awaitility.await("settled reports")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN_LOOKS)
                    .ignoreExceptions()
                    .until(this::areSettled);
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        }
    }

    private boolean areSettled() {
        MAKE_DUE.forEach(cluster.database()::update);
        var server = cluster.server(cluster.anyUp(random));
        return promises.stream().allMatch(each -> Promise.isSettled(each.report(server)));
    }

    /** How many reports do not add up. */
    long wrongReports() {
        var server = cluster.server(cluster.anyUp(random));
        return promises.stream()
                .filter(each -> !each.addsUp(each.report(server)))
                .count();
    }
}
