package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.SmtpStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of docs/reliability.md: to what an answer of the relay is charged. */
public final class AttributionTable {
    private static final String DOCUMENT = "docs/reliability.md";
    private static final String HEADER = "| answer | connection | MAIL | RCPT | DATA | final dot |";
    private static final List<SmtpStep> STEPS = List.of(SmtpStep.values());
    private static final List<String> CONNECTIONS = List.of("used", "new", "renewed");

    private AttributionTable() {}

    /**
     * A cell.
     *
     * @param answer {@code closes}, {@code silent}, or a reply
     * @param connection {@code used}, {@code new} or {@code renewed}
     * @param charged to what
     */
    public record Cell(String answer, String connection, SmtpStep step, String charged) {

        public boolean isReply() {
            return Character.isDigit(answer.charAt(0));
        }

        /** Of a reply. */
        public int code() {
            return Integer.parseInt(answer.substring(0, 3));
        }

        /** Of a reply; empty if it has none. */
        public String enhancedStatus() {
            return answer.substring(3).strip();
        }
    }

    /** All cells; those of several answers or connections are repeated for each. */
    public static List<Cell> cells() {
        var rows = lines().stream()
                .dropWhile(line -> !line.equals(HEADER))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("docs/reliability.md has lost its table");
        }
        return rows.stream().flatMap(AttributionTable::cells).toList();
    }

    private static Stream<Cell> cells(String row) {
        var columns = Arrays.stream(row.split("\\|")).skip(1).map(String::strip).toList();
        var connections = columns.get(1).equals("any")
                ? CONNECTIONS
                : List.of(columns.get(1).split(", "));
        return Stream.of(columns.get(0).split(", "))
                .flatMap(answer -> connections.stream()
                        .flatMap(connection -> IntStream.range(0, STEPS.size())
                                .mapToObj(i -> new Cell(answer, connection, STEPS.get(i), columns.get(2 + i)))));
    }

    private static List<String> lines() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(DOCUMENT))) {
            directory = Objects.requireNonNull(directory.getParent(), DOCUMENT);
        }
        try {
            return Files.readAllLines(directory.resolve(DOCUMENT));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
