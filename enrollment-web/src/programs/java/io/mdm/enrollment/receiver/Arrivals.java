package io.mdm.enrollment.receiver;

import io.mdm.enrollment.receiver.Arrival.Repetition;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What arrived, the newest first. Of very many, the oldest are dropped. */
public final class Arrivals {
    public static final int MAX_KEPT = 5_000;

    private final Clock clock;
    private final Deque<Arrival> kept = new ArrayDeque<>();
    private final RecentIds requests = new RecentIds(MAX_KEPT);
    private final RecentIds events = new RecentIds(MAX_KEPT);
    private int received;

    Arrivals(Clock clock) {
        this.clock = clock;
    }

    /** How many have arrived, dropped ones included. */
    public synchronized int received() {
        return received;
    }

    public synchronized List<Arrival> newestFirst() {
        return List.copyOf(kept);
    }

    /** Remembers the events of a verified request, and which of them have arrived before. */
    synchronized void add(String requestId, List<JsonObject> batch) {
        boolean isNewRequest = requests.add(requestId);
        for (var event : batch) {
            boolean isNewEvent = events.add(event.getString("source") + " " + event.getString("id"));
            var repetition = !isNewRequest ? Repetition.REQUEST : isNewEvent ? Repetition.NONE : Repetition.EVENT;
            keep(new Arrival(++received, clock.instant(), requestId, Verification.VALID, repetition, event));
        }
    }

    synchronized void addRefused(String requestId, Verification reason) {
        keep(Arrival.refused(++received, clock.instant(), requestId, reason));
    }

    private void keep(Arrival arrival) {
        kept.addFirst(arrival);
        if (kept.size() > MAX_KEPT) {
            kept.removeLast();
        }
    }
}
