package io.mdm.enrollment.benchmark;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Causes of time, by the stack of a thread: the first one that matches its innermost frames. */
enum Cause {
    POOL_VALIDATION("validation of pooled connections", "isConnectionValid|isValidByCustomValidation"),
    COMMIT("commit", "PgConnection\\.commit|executeTransactionCommand"),
    SQL("SQL", "org\\.postgresql\\..*"),
    POOL(
            "connection pool and transactions",
            "com\\.sun\\.(gjc|enterprise\\.(resource|connectors|transaction)|jts)\\..*"),
    SMTP("SMTP", "(org\\.eclipse\\.angus|jakarta\\.mail|.*\\.web\\.mail\\.smtp)\\..*"),
    WRITING("texts and templates", "(.*\\.web\\.(mail|text)|gg\\.jte)\\..*"),
    JPA("JPA", "org\\.eclipse\\.persistence\\..*"),
    JSON("JSON", "(jakarta\\.json|org\\.eclipse\\.(parsson|yasson)|org\\.glassfish\\.json)\\..*"),
    IDENTITY("JWT and permissions", "(fish\\.payara\\..*jwt|com\\.nimbusds|.*\\.web\\.security)\\..*"),
    PAGE("page", ".*\\.web\\.page\\..*"),
    MODULE("module", "io\\.mdm\\.enrollment\\..*"),
    SCHEDULER("scheduler", "com\\.github\\.kagkarlsson\\..*"),
    CDI("CDI", "org\\.jboss\\.weld\\..*"),
    REST("REST", "org\\.glassfish\\.jersey\\..*"),
    HTTP("HTTP", "(org\\.glassfish\\.grizzly|org\\.apache\\.catalina)\\..*"),
    OTHER("other", ".*");

    private final String title;
    private final Pattern frame;

    Cause(String title, String frame) {
        this.title = title;
        this.frame = Pattern.compile(frame);
    }

    /** @param frames classes with their methods, the innermost first */
    static Cause of(List<String> frames) {
        return Stream.of(POOL_VALIDATION, COMMIT)
                .filter(cause -> frames.stream()
                        .anyMatch(frame -> cause.frame.matcher(frame).find()))
                .findFirst()
                .orElseGet(() -> frames.stream()
                        .map(Cause::ofFrame)
                        .filter(cause -> cause != OTHER)
                        .findFirst()
                        .orElse(OTHER));
    }

    private static Cause ofFrame(String frame) {
        return Stream.of(values())
                .filter(cause -> cause.frame.matcher(frame).matches())
                .findFirst()
                .orElse(OTHER);
    }

    @Override
    public String toString() {
        return title;
    }
}
