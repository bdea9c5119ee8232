package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.spi.DeliveryStatus;
import io.mdm.enrollment.api.spi.InvitationBacklog.Backlog;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.jspecify.annotations.Nullable;

/** Names of the series that {@link EnrollmentMetrics} registers, as a server exposes them. */
final class RegisteredSeries {
    private final Set<String> names = new TreeSet<>();

    private RegisteredSeries() {}

    static Set<String> names() {
        var series = new RegisteredSeries();
        registerIn(new MicroProfileMetrics(proxy(MetricRegistry.class, series::register)));
        return series.names;
    }

    /** Registers all of the module's metrics. */
    static void registerIn(MetricOutlet outlet) {
        new EnrollmentMetrics(
                outlet,
                () -> new Backlog(0, 0, Optional.empty(), Optional.empty(), 0, Optional.empty()),
                new Idle(),
                () -> Instant.EPOCH);
    }

    private @Nullable Object register(Method method, Object[] arguments) {
        var metadata = (Metadata) arguments[0];
        boolean counts = method.getReturnType() == Counter.class;
        names.add(metadata.getName()
                + (metadata.getUnit().equals(MetricUnits.SECONDS) ? "_seconds" : "")
                + (counts ? "_total" : ""));
        return counts ? proxy(Counter.class, (increment, none) -> null) : null;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    @FunctionalInterface
    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments);
    }

    private static final class Idle implements DeliveryStatus {
        @Override
        public boolean isRelayPaused() {
            return false;
        }

        @Override
        public Duration clockOffset() {
            return Duration.ZERO;
        }
    }
}
