package io.mdm.enrollment.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Machine and software of a run. */
final class Machine {
    private Machine() {}

    /** One line. */
    static String described() {
        return "%d cores, JDK %s, %s, PostgreSQL %s with fsync, database, server, relay and callers on one machine."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        System.getProperty("server.title"),
                        System.getProperty("postgresql.version"));
    }

    /** The commit of the measured sources, with a plus sign if they were changed. */
    static String commit() throws IOException {
        var changed = !git("status", "--porcelain", "--untracked-files=no", "--", ":!docs")
                .isEmpty();
        return git("rev-parse", "--short", "HEAD") + (changed ? "+" : "");
    }

    private static String git(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(Options.docs().resolveSibling("").toFile())
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }
}
