package io.mdm.enrollment.dev;

import com.sun.net.httpserver.HttpExchange;
import io.mdm.enrollment.receiver.Arrival;
import io.mdm.enrollment.receiver.Verification;
import io.mdm.enrollment.receiver.WebhookReceiver;
import io.mdm.enrollment.receiver.WebhookRequest;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The webhooks: {@code POST /webhooks} takes a signed request, {@code GET /webhooks} lists the newest events and
 * refused requests, {@code /webhooks?id} those of one bulk.
 */
record WebhookPages(WebhookReceiver receiver) implements Pages {
    static final String PATH = "/webhooks";

    private static final int MAX_LISTED = 200;
    private static final int MAX_BULKS = 100;

    @Override
    public Optional<Page> at(URI request) {
        return request.getPath().equals(PATH)
                ? Optional.of(
                        Page.json(list(Optional.ofNullable(request.getQuery()).orElse(""))))
                : Optional.empty();
    }

    @Override
    public Optional<Page> posted(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return Optional.empty();
        }
        var request = WebhookRequest.read(exchange.getRequestHeaders(), exchange.getRequestBody());
        return Optional.of(answer(receiver.receive(request)));
    }

    private static Page answer(Verification verification) {
        return verification == Verification.VALID ? Page.nothing() : Page.refusal(verification.status());
    }

    /** @param bulk its id; empty for everything */
    private JsonObject list(String bulk) {
        int received = receiver.arrivals().received();
        var kept = receiver.arrivals().newestFirst();
        var found = kept.stream()
                .filter(arrival -> bulk.isEmpty() || arrival.bulkId().equals(bulk))
                .toList();
        var events = Json.createArrayBuilder();
        found.stream().limit(MAX_LISTED).map(WebhookPages::described).forEach(events::add);
        return Json.createObjectBuilder()
                .add("received", received)
                .add("kept", kept.size())
                .add("found", found.size())
                .add("bulks", bulks(kept))
                .add("events", events)
                .build();
    }

    /** Those that the kept events belong to, the newest first. */
    private static JsonArray bulks(List<Arrival> kept) {
        var ids = Json.createArrayBuilder();
        kept.stream()
                .map(Arrival::bulkId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(MAX_BULKS)
                .forEach(ids::add);
        return ids.build();
    }

    private static JsonObjectBuilder described(Arrival arrival) {
        return Json.createObjectBuilder()
                .add("number", arrival.number())
                .add("at", arrival.at().toString())
                .add("requestId", arrival.requestId())
                .add("status", arrival.verification().status())
                .add("verification", arrival.verification().words())
                .add("repetition", arrival.repetition().name().toLowerCase(Locale.ROOT))
                .add("type", arrival.attribute("type"))
                .add("subject", arrival.attribute("subject"))
                .add("bulkId", arrival.bulkId())
                .add("event", arrival.event());
    }
}
