package io.mdm.enrollment.conformance;

import io.mdm.enrollment.support.Reply;
import java.util.List;
import java.util.Map;

/**
 * Cases that one server answers itself, or changes before the module sees them: see {@code servers.md}.
 *
 * @param rows those of the server
 */
record ServerAnswers(List<Map<String, String>> rows) {

    static ServerAnswers of(String server, String markdown) {
        var table = new MarkdownTable();
        markdown.lines().filter(MarkdownTable::isLine).forEach(table::add);
        return new ServerAnswers(table.rows().stream()
                .filter(row -> row.getOrDefault("server", "").equals(server))
                .toList());
    }

    /** Whether an answer is the server's own, instead of the module's. */
    boolean contain(ConformanceCase conformanceCase, Reply reply) {
        return rows.stream().anyMatch(row -> concerns(row, conformanceCase) && isOf(row, reply));
    }

    static boolean concerns(Map<String, String> row, ConformanceCase conformanceCase) {
        return conformanceCase.nameOfBoth().startsWith(row.getOrDefault("case", "none"));
    }

    private static boolean isOf(Map<String, String> row, Reply reply) {
        return row.getOrDefault("status", "").equals(reply.status() + (isJson(reply) ? " JSON" : ""));
    }

    private static boolean isJson(Reply reply) {
        return reply.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
    }
}
