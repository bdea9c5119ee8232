package io.mdm.enrollment.host;

import io.mdm.enrollment.api.EnrollmentBatchCompleted;
import io.mdm.enrollment.api.EnrollmentBatchCreated;
import io.mdm.enrollment.api.EnrollmentTokenExpired;
import io.mdm.enrollment.api.EnrollmentTokenRedeemed;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.api.InvitationFailed;
import io.mdm.enrollment.api.InvitationSent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Events that the host was told of, while they became true and once they were. */
@ApplicationScoped
public class ObservedEvents {
    private static final int LOOKS = 1_800;
    private static final int PAUSE_MILLIS = 100;

    private final Queue<Record> inProgress = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Record> committed = new LinkedBlockingQueue<>();

    void onRevoked(@Observes EnrollmentTokenRevoked event) {
        inProgress.add(event);
    }

    void afterCreated(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentBatchCreated event) {
        committed.add(event);
    }

    void afterCompleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentBatchCompleted event) {
        committed.add(event);
    }

    void afterRedeemed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentTokenRedeemed event) {
        committed.add(event);
    }

    void afterRevoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentTokenRevoked event) {
        committed.add(event);
    }

    void afterExpired(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentTokenExpired event) {
        committed.add(event);
    }

    void afterSent(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationSent event) {
        committed.add(event);
    }

    void afterFailed(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationFailed event) {
        committed.add(event);
    }

    public List<Record> inProgress() {
        return List.copyOf(inProgress);
    }

    public List<Record> committed() {
        return List.copyOf(committed);
    }

    /** Waits for the next event of this kind, which is forgotten then, with those before it. */
    public <T extends Record> T await(Class<T> kind, Predicate<T> wanted) {
        return await(kind, wanted, () -> {});
    }

    /** @param meanwhile done again and again until then */
    public <T extends Record> T await(Class<T> kind, Predicate<T> wanted, Runnable meanwhile) {
        try {
            for (var next = next(meanwhile); next != null; next = next(meanwhile)) {
                if (kind.isInstance(next) && wanted.test(kind.cast(next))) {
                    return kind.cast(next);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no " + kind.getSimpleName());
    }

    private @Nullable Record next(Runnable meanwhile) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            meanwhile.run();
            var event = committed.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (event != null) {
                return event;
            }
        }
        return null;
    }
}
