package io.mdm.enrollment.chaos;

import static io.mdm.enrollment.chaos.ArrivedEvent.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Order of the first arrivals: what made another event possible comes first. */
final class EventOrder {
    private final Map<String, Integer> places = new HashMap<>();

    private EventOrder() {}

    /** Those that arrived before an event without which they could not be. */
    static List<ArrivedEvent> violations(Stream<ArrivedEvent> taken) {
        var order = new EventOrder();
        var firsts = taken.filter(order::isFirst).toList();
        return firsts.stream().filter(order::isTooEarly).toList();
    }

    private boolean isFirst(ArrivedEvent event) {
        return places.putIfAbsent(event.cause(), places.size()) == null;
    }

    private boolean isTooEarly(ArrivedEvent event) {
        return mustFollow(event).anyMatch(earlier -> isBefore(event.cause(), earlier)) || isAfterCompletion(event);
    }

    private static Stream<String> mustFollow(ArrivedEvent event) {
        var bulk = cause(ArrivedEvent.BULK_CREATED, event.bulkId());
        var token = cause(ArrivedEvent.CREATED, event.subject());
        return switch (event.type()) {
            case ArrivedEvent.BULK_CREATED -> Stream.of();
            case ArrivedEvent.BULK_COMPLETED, ArrivedEvent.CREATED -> Stream.of(bulk);
            case ArrivedEvent.REVOKED ->
                Stream.of(
                        bulk,
                        token,
                        cause(ArrivedEvent.EXPIRED, event.subject()),
                        cause(ArrivedEvent.REDEEMED, event.subject()));
            default -> Stream.of(bulk, token);
        };
    }

    /** A mail of a bulk that was said to have none left. */
    private boolean isAfterCompletion(ArrivedEvent event) {
        return (event.type().equals(ArrivedEvent.SENT) || event.type().equals(ArrivedEvent.FAILED))
                && isBefore(cause(ArrivedEvent.BULK_COMPLETED, event.bulkId()), event.cause());
    }

    private boolean isBefore(String one, String other) {
        var first = places.get(one);
        var second = places.get(other);
        return first != null && second != null && first < second;
    }
}
