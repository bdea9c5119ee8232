package io.mdm.enrollment.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.mdm.enrollment.chaos.EventLedger.Delivery;
import io.mdm.enrollment.chaos.EventLedger.Fate;
import io.mdm.enrollment.receiver.Verification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings at the receiver of webhooks after a run.
 *
 * @param lost events that must have been told, and were neither stored nor forgotten by the receiver
 * @param forgotten events that only requests told that the receiver answered 200 and did not store
 * @param invented events without a cause in the database
 * @param untrue events that tell something else than the database
 * @param toldTwice different events with the same cause
 * @param disordered events that arrived before what made them possible
 * @param changed requests or events that came again with the same id and something else in them
 * @param dropped requests that were refused and did not come again
 * @param leaks requests with an address, a link, a code or a credential in them
 * @param forged requests whose signature is not right
 */
record EventFindings(
        List<String> lost,
        List<String> forgotten,
        List<String> invented,
        List<String> untrue,
        List<String> toldTwice,
        List<String> disordered,
        List<String> changed,
        List<String> dropped,
        List<String> leaks,
        List<String> forged) {

    /** @param secrets of the run, such as codes */
    static EventFindings of(List<Delivery> deliveries, EventCauses causes, EventSecrets secrets) {
        var arrived = deliveries.stream()
                .filter(each -> each.verification() == Verification.VALID)
                .flatMap(each -> ArrivedEvent.of(each).stream())
                .toList();
        var taken = arrived.stream().filter(event -> event.in().isTaken()).toList();
        var stored = causes(taken.stream().filter(event -> event.in().fate() == Fate.STORED));
        var known = causes(taken.stream());
        return new EventFindings(
                sorted(causes.certain().keySet().stream().filter(cause -> !known.contains(cause))),
                sorted(causes.certain().keySet().stream()
                        .filter(cause -> known.contains(cause) && !stored.contains(cause))),
                texts(arrived.stream().filter(event -> !causes.knows(event))),
                texts(arrived.stream().filter(event -> !causes.agreesWith(event))),
                toldTwice(arrived, causes),
                texts(EventOrder.violations(taken.stream()).stream()),
                Stream.concat(
                                differing(deliveries.stream(), Delivery::id, Delivery::body),
                                differing(arrived.stream(), ArrivedEvent::id, ArrivedEvent::text))
                        .toList(),
                dropped(deliveries),
                sorted(deliveries.stream().map(Delivery::body).filter(secrets::areIn)),
                sorted(deliveries.stream()
                        .filter(each -> each.verification() != Verification.VALID)
                        .map(each -> each.id() + " " + each.verification())));
    }

    private static Set<String> causes(Stream<ArrivedEvent> events) {
        return events.map(ArrivedEvent::cause).collect(toSet());
    }

    private static List<String> texts(Stream<ArrivedEvent> events) {
        return sorted(events.map(event -> event.in().at() + " " + event.text()).distinct());
    }

    private static List<String> toldTwice(List<ArrivedEvent> arrived, EventCauses causes) {
        var ids = arrived.stream().collect(groupingBy(ArrivedEvent::cause, mapping(ArrivedEvent::id, toSet())));
        return sorted(arrived.stream()
                .filter(event -> ids.getOrDefault(event.cause(), Set.of()).size() > causes.most(event))
                .filter(causes::knows)
                .map(event -> event.cause() + " " + ids.get(event.cause()))
                .distinct());
    }

    private static List<String> dropped(List<Delivery> deliveries) {
        var taken =
                deliveries.stream().filter(Delivery::isTaken).map(Delivery::id).collect(toSet());
        return sorted(deliveries.stream()
                .map(Delivery::id)
                .filter(id -> !taken.contains(id))
                .distinct());
    }

    private static <T> Stream<String> differing(Stream<T> all, Function<T, String> id, Function<T, String> content) {
        Map<String, Set<String>> contents = all.collect(groupingBy(id, mapping(content, Collectors.toSet())));
        return contents.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .sorted();
    }

    private static List<String> sorted(Stream<String> texts) {
        return texts.sorted().toList();
    }

    boolean areGood() {
        return Stream.of(lost, invented, untrue, toldTwice, disordered, changed, dropped, leaks, forged)
                .allMatch(List::isEmpty);
    }

    void tell(RunLog log) {
        log.tell(
                "lost %d (forgotten by the receiver %d), invented %d, untrue %d, told twice %d, out of order %d",
                lost.size(), forgotten.size(), invented.size(), untrue.size(), toldTwice.size(), disordered.size());
        log.tell(
                "  changed under the same id %d, refused and not repeated %d, with a secret %d, with a wrong signature %d",
                changed.size(), dropped.size(), leaks.size(), forged.size());
        tell(log, "lost", lost);
        tell(log, "invented", invented);
        tell(log, "untrue", untrue);
        tell(log, "told twice", toldTwice);
        tell(log, "out of order", disordered);
        tell(log, "changed", changed);
        tell(log, "not repeated", dropped);
        tell(log, "with a secret", leaks);
        tell(log, "wrong signature", forged);
    }

    private static void tell(RunLog log, String what, List<String> found) {
        found.stream().limit(20).forEach(each -> log.tell("  %s: %s", what, each));
    }
}
