package io.mdm.enrollment.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.mdm.enrollment.chaos.EventLedger.Delivery;
import io.mdm.enrollment.chaos.EventLedger.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Counts of what a receiver of webhooks got.
 *
 * @param requests all that arrived
 * @param refused of these
 * @param repeatedRequests stored although a request with the same {@code webhook-id} had been
 * @param events different ones that were stored, by type
 * @param repeatedEvents stored although an event with the same id had been
 * @param afterCalm from the calm until the last event from before it had arrived
 */
record EventCounts(
        int requests,
        long refused,
        long repeatedRequests,
        Map<String, Long> events,
        long repeatedEvents,
        Duration afterCalm) {

    static EventCounts of(List<Delivery> deliveries, Instant calm) {
        var stored =
                deliveries.stream().filter(each -> each.fate() == Fate.STORED).toList();
        var events =
                stored.stream().flatMap(each -> ArrivedEvent.of(each).stream()).toList();
        var firsts = events.stream().filter(first()).toList();
        var last = firsts.stream()
                .filter(event -> event.time().isBefore(calm))
                .map(event -> event.in().at())
                .max(Instant::compareTo)
                .orElse(calm);
        return new EventCounts(
                deliveries.size(),
                deliveries.stream().filter(each -> !each.isTaken()).count(),
                stored.size() - stored.stream().map(Delivery::id).distinct().count(),
                firsts.stream().collect(groupingBy(ArrivedEvent::type, TreeMap::new, counting())),
                events.size() - firsts.size(),
                last.isAfter(calm) ? Duration.between(calm, last) : Duration.ZERO);
    }

    private static Predicate<ArrivedEvent> first() {
        var ids = new HashSet<String>();
        return event -> ids.add(event.id());
    }

    void tell(RunLog log) {
        log.tell(
                "%d requests, %d of them refused; stored again %d requests, %d events; last event from before the calm %s after it",
                requests, refused, repeatedRequests, repeatedEvents, RunLog.seconds(afterCalm));
        log.tell(
                "  %d events: %s",
                events.values().stream().mapToLong(Long::longValue).sum(), events);
    }
}
