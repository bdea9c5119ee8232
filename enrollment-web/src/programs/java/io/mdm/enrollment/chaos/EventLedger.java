package io.mdm.enrollment.chaos;

import io.mdm.enrollment.receiver.Verification;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that a receiver of webhooks got, in the order of arrival. */
final class EventLedger {
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final AtomicInteger strays = new AtomicInteger();

    /** Outcome of a request at the receiver. */
    enum Fate {
        /** Stored before it was answered, if it was answered at all. */
        STORED,
        /** Answered 200 and not stored. */
        FORGOTTEN,
        /** Not stored, and not answered 200. */
        REFUSED
    }

    /** @param id the request's {@code webhook-id} */
    record Delivery(Instant at, String id, String body, Verification verification, Fate fate) {

        /** Whether the sender was, or may have been, told that it is done. */
        boolean isTaken() {
            return fate != Fate.REFUSED;
        }
    }

    synchronized void add(String id, String body, Verification verification, Fate fate) {
        deliveries.add(new Delivery(Instant.now(), id, body, verification, fate));
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    int requests() {
        return deliveries.size();
    }

    /** A request came to where a redirect leads. */
    void addStray() {
        strays.incrementAndGet();
    }

    int strays() {
        return strays.get();
    }
}
