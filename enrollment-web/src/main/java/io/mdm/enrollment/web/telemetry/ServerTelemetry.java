package io.mdm.enrollment.web.telemetry;

import org.eclipse.microprofile.config.Config;

/** Telemetry of the server: whether it is on, and which classes there are. */
public final class ServerTelemetry {
    private ServerTelemetry() {}

    /** Whether OpenTelemetry is switched on; by default it is off (MicroProfile Telemetry 2.0, "Configuration"). */
    public static boolean isOn(Config config) {
        return !config.getOptionalValue("otel.sdk.disabled", Boolean.class).orElse(true);
    }

    /** Whether the server shows applications the class of this name. */
    public static boolean hasClass(String name) {
        try {
            Class.forName(name, false, ServerTelemetry.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError missing) {
            return false;
        }
    }
}
