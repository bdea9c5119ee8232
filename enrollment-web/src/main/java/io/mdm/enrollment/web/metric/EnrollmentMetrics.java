package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.EnrollmentBatchCreated;
import io.mdm.enrollment.api.spi.DeliveryOutcome;
import io.mdm.enrollment.api.spi.InvitationBacklog;
import io.mdm.enrollment.api.spi.InvitationBacklog.Backlog;
import io.mdm.enrollment.api.spi.LaneTakenOver;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.web.mail.MessageAnswered;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** The module's numbers. None is told apart by organization, address or anything else that grows. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // by register
public class EnrollmentMetrics {
    private CountersBy<BulkOutcome> bulks;
    private CountersBy<DeliveryOutcome> mails;
    private CountersBy<RedeemResult> redeems;
    private Counter tokens;
    private Counter takeOvers;
    private Histogram sending;

    @Inject
    MetricRegistry registry;

    @Inject
    InvitationBacklog backlog;

    @Inject
    ModuleClock clock;

    @PostConstruct
    void register() {
        bulks = CountersBy.of(registry, named("enrollment_bulks", "Bulk requests"), "outcome", BulkOutcome.class);
        mails = CountersBy.of(registry, named("enrollment_mails", "Attempts to mail"), "result", DeliveryOutcome.class);
        redeems = CountersBy.of(registry, named("enrollment_redeems", "Redeems"), "result", RedeemResult.class);
        tokens = registry.counter(named("enrollment_tokens_created", "Tokens created"));
        takeOvers = registry.counter(named("enrollment_lanes_taken_over", "Lanes of nodes that died"));
        sending = Histogram.registered(registry, "enrollment_mail_send_seconds", "Time the relay takes for a message");
        var recent = new RecentBacklog(backlog, System::nanoTime);
        gauge("enrollment_mails_queued", MetricUnits.NONE, recent, Backlog::queued);
        gauge("enrollment_mails_deferred", MetricUnits.NONE, recent, Backlog::deferred);
        gauge("enrollment_mails_oldest_queued_age", MetricUnits.SECONDS, recent, this::age);
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        // being observed, the bean exists, and with it every number
    }

    void onBulk(@Observes BulkOutcome outcome) {
        bulks.count(outcome);
    }

    void onCreated(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentBatchCreated batch) {
        tokens.inc(batch.tokens());
    }

    void onMail(@Observes DeliveryOutcome outcome) {
        mails.count(outcome);
    }

    void onAnswered(@Observes MessageAnswered message) {
        sending.add(message.after());
    }

    void onTakenOver(@Observes LaneTakenOver lane) {
        takeOvers.inc();
    }

    /** What is rolled back was no redeem. */
    void onRedeem(@Observes(during = TransactionPhase.AFTER_SUCCESS) RedeemResult result) {
        redeems.count(result);
    }

    private double age(Backlog measured) {
        return measured.oldestQueuedAt()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private void gauge(String name, String unit, RecentBacklog recent, ToDoubleFunction<Backlog> value) {
        var metadata = Metadata.builder().withName(name).withUnit(unit).build();
        registry.gauge(metadata, recent, source -> source.value()
                .map(value::applyAsDouble)
                .orElse(Double.NaN));
    }

    private static Metadata named(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
