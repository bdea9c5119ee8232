package io.mdm.enrollment.domain.webhook;

import static io.mdm.enrollment.domain.Examples.NOW;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.spi.ReportedEvent;
import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.api.spi.WebhookRequest;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.audit.AuditEntry;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One webhook of an organization, and a receiver that answers as it is told. */
final class WebhookFixture {
    final String organization = Examples.id();
    final String id = Examples.id();
    final StoppedClock clock = new StoppedClock(NOW);
    final InMemoryWebhooks directory = new InMemoryWebhooks();
    final InMemoryWebhookEvents events = new InMemoryWebhookEvents();
    final InMemoryWebhookProgresses progresses = new InMemoryWebhookProgresses();
    final List<WebhookRequest> requests = new ArrayList<>();
    final Deque<WebhookAnswer> answers = new ArrayDeque<>();
    private final InMemoryAuditEntries entries = new InMemoryAuditEntries();
    final AuditTrail audit = new AuditTrail(entries, Optional::empty, clock);
    private final WebhookDelivery delivery =
            new WebhookDelivery(directory, events, progresses, this::receive, Runnable::run, audit, clock);
    private Runnable afterReceipt = () -> {};
    private int happened;

    WebhookFixture() {
        asks(EnumSet.allOf(EventType.class));
        progresses.begin(id);
    }

    void asks(Set<EventType> types) {
        directory.put(new Webhook(
                id, Optional.of(organization), "https://host.example/hook?key=k", List.of("whsec_secret"), types));
    }

    /** So many events happen, one each second, and get their places. */
    void happen(EventType type, int count) {
        for (int i = 0; i < count; i++) {
            var at = NOW.plusSeconds(happened);
            events.add(new ReportedEvent(String.valueOf(happened++), type, organization, Examples.id(), at, "{}"));
        }
        events.place(count);
    }

    /** The node dies when the next request has been answered, before it stores that. */
    void dieAfterReceipt() {
        afterReceipt = () -> {
            progresses.failNext();
            afterReceipt = () -> {};
        };
    }

    private WebhookAnswer receive(WebhookRequest request) {
        requests.add(request);
        afterReceipt.run();
        return answers.isEmpty() ? WebhookAnswer.of(204) : answers.remove();
    }

    Optional<Instant> run() {
        return delivery.run(id, () -> true);
    }

    /** Runs it whenever it asks to be run. */
    void runToTheEnd() {
        for (var again = run(); again.isPresent(); again = run()) {
            clock.set(again.get());
        }
    }

    /** Ids of the events of a request. */
    List<String> eventsOf(int request) {
        return requests.get(request).events().stream().map(ReportedEvent::id).toList();
    }

    WebhookProgress progress() {
        return progresses.find(id).orElseThrow();
    }

    List<AuditAction> audited() {
        return entries.all().stream().map(AuditEntry::action).toList();
    }
}
