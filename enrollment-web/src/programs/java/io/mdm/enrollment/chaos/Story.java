package io.mdm.enrollment.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the reader sees while it happens. */
record Story(PrintStream out, long beganAt) {

    static Story on(PrintStream out) {
        return new Story(out, System.nanoTime());
    }

    void tell(String format, Object... values) {
        var since = Duration.ofNanos(System.nanoTime() - beganAt);
        out.printf(Locale.ROOT, "%6s  %s%n", since.toSeconds() + " s", String.format(Locale.ROOT, format, values));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
