package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Database;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows like one that the product wrote, whatever columns its table has. */
record RowCopies(Database database, String table) {

    /**
     * Inserts a row for each that is found.
     *
     * @param different values of columns that differ from the one row's
     * @param source after {@code from}; {@code t} is the one row
     */
    void insert(Map<String, String> different, String source) {
        var columns = database.texts("""
                select attname from pg_attribute where attrelid = ('enrollment.' || ?)::regclass
                and attnum > 0 and attgenerated = '' and not attisdropped order by attnum""", table);
        var values = columns.stream()
                .map(column -> different.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        database.update("insert into enrollment.%s (%s) select %s from %s"
                .formatted(table, String.join(", ", columns), values, source));
    }
}
