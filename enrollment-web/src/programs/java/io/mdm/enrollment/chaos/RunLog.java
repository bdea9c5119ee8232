package io.mdm.enrollment.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Log of a run, printed while it happens. */
public record RunLog(PrintStream out, long beganAt) {

    public static RunLog on(PrintStream out) {
        return new RunLog(out, System.nanoTime());
    }

    public void tell(String format, Object... values) {
        var since = Duration.ofNanos(System.nanoTime() - beganAt);
        out.printf(Locale.ROOT, "%6s  %s%n", since.toSeconds() + " s", String.format(Locale.ROOT, format, values));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
