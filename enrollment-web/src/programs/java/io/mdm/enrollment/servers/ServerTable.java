package io.mdm.enrollment.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code mvn -Pserver-table clean verify}, with the profile of a server: writes that server's row of the table in
 * {@code docs/deploying.md}.
 *
 * <p>Its cells are the results of the integration tests that just ran, and what they measured of the server that most
 * of them share.
 */
public final class ServerTable {
    private static final String BEGIN = "<!-- mvn -Pserver-table -->";
    private static final String END = "<!-- end -->";
    private static final Pattern TABLE = Pattern.compile(BEGIN + "\n(.*?)" + END, Pattern.DOTALL);
    private static final String HEAD = """
            | server | JDK | conformance kit | integration tests | embedded | EAR | context root | start | memory |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final Results results;
    private final Properties measured;

    private ServerTable(Results results, Properties measured) {
        this.results = results;
        this.measured = measured;
    }

    public static void main(String[] arguments) throws IOException {
        var target = Path.of(System.getProperty("enrollment.war")).resolveSibling("");
        var measured = new Properties();
        try (var file = Files.newBufferedReader(target.resolve("it/server.properties"))) {
            measured.load(file);
        }
        var table = new ServerTable(Results.in(target.resolve("failsafe-reports")), measured);
        var document = Path.of(System.getProperty("enrollment.docker")).resolveSibling("docs/deploying.md");
        Files.writeString(document, table.writtenInto(Files.readString(document)));
    }

    private String writtenInto(String document) {
        var match = TABLE.matcher(document);
        if (!match.find()) {
            throw new IllegalStateException("docs/deploying.md has no table after " + BEGIN);
        }
        var rows = new ArrayList<>(match.group(1)
                .lines()
                .skip(2)
                .filter(row -> !row.startsWith(key()))
                .toList());
        rows.add(row());
        var sorted = rows.stream().sorted().collect(Collectors.joining("\n", "", "\n"));
        return match.replaceFirst(Matcher.quoteReplacement(BEGIN + "\n" + HEAD + sorted + END));
    }

    private String key() {
        return "| " + System.getProperty("server.title") + " | " + measured.getProperty("jdk") + " |";
    }

    private String row() {
        return key()
                + cells(List.of(
                        results.of("ConformanceIT"),
                        results.ofAll(),
                        results.of("EmbeddedIT"),
                        results.of("EarIT"),
                        results.of("BesideAnotherModuleIT"),
                        measured.getProperty("start.seconds") + " s",
                        measured.getProperty("memory.megabytes") + " MB"));
    }

    private static String cells(List<String> values) {
        return values.stream().collect(Collectors.joining(" | ", " ", " |"));
    }
}
