package io.mdm.enrollment.persistence.store;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plan of an executed statement, with the rows that were looked at.
 *
 * @param root node of the plan as PostgreSQL writes it
 */
record QueryPlan(JsonObject root) {

    static QueryPlan of(EnrollmentDatabase database, SqlFragment statement) {
        var text = database.patient(Duration.ofMinutes(2)) // plans are compared, not times
                .query(
                        SqlFragment.sql("explain (analyze, timing off, format json) ")
                                .then(statement),
                        row -> row.getString(1))
                .get(0);
        try (var reader = Json.createReader(new StringReader(text))) {
            return new QueryPlan(reader.readArray().getJsonObject(0).getJsonObject("Plan"));
        }
    }

    /** Rows that scans of tables and their indexes returned or removed. */
    long rowsSeen() {
        return scans().mapToLong(QueryPlan::rowsOf).sum();
    }

    /** The same of one table. */
    long rowsSeenOf(String table) {
        return scans().filter(node -> node.getString("Relation Name").equals(table))
                .mapToLong(QueryPlan::rowsOf)
                .sum();
    }

    private Stream<JsonObject> scans() {
        return nodes(root).filter(node -> node.containsKey("Relation Name"));
    }

    private static long rowsOf(JsonObject node) {
        return Math.round(
                number(node, "Actual Loops") * (number(node, "Actual Rows") + number(node, "Rows Removed by Filter")));
    }

    /** Rows that were put in order. */
    long rowsSorted() {
        return nodes(root)
                .filter(node -> node.getString("Node Type").endsWith("Sort"))
                .flatMap(node -> node.getJsonArray("Plans").getValuesAs(JsonObject.class).stream())
                .mapToLong(node -> Math.round(number(node, "Actual Loops") * number(node, "Actual Rows")))
                .sum();
    }

    /** Conditions that rows were compared with. */
    List<String> filters() {
        return nodes(root)
                .flatMap(node -> Stream.of("Filter", "Index Cond", "Join Filter")
                        .filter(node::containsKey)
                        .map(node::getString))
                .toList();
    }

    /** Names of the indexes that were read. */
    List<String> indexes() {
        return nodes(root)
                .filter(node -> node.containsKey("Index Name"))
                .map(node -> node.getString("Index Name"))
                .toList();
    }

    private static double number(JsonObject node, String name) {
        return node.containsKey(name) ? node.getJsonNumber(name).doubleValue() : 0;
    }

    private static Stream<JsonObject> nodes(JsonObject node) {
        var children = node.containsKey("Plans")
                ? node.getJsonArray("Plans").getValuesAs(JsonObject.class).stream()
                : Stream.<JsonObject>empty();
        return Stream.concat(Stream.of(node), children.flatMap(QueryPlan::nodes));
    }
}
