package io.mdm.enrollment.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database under a running server: what the module wrote, and what the rest of an MDM server would write beside it.
 */
public record Database(DataSource source) {

    /** Returns the number of rows changed. */
    public int update(String change, @Nullable Object... values) {
        return with(change, statement -> statement.executeUpdate(), values);
    }

    /** The first column of all rows, as text. */
    public List<String> texts(String query, @Nullable Object... values) {
        return with(query, statement -> texts(statement.executeQuery()), values);
    }

    /** The only number of the only row. */
    public long number(String query, @Nullable Object... values) {
        return Long.parseLong(texts(query, values).get(0));
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        var texts = new ArrayList<String>();
        while (rows.next()) {
            texts.add(String.valueOf(rows.getString(1)));
        }
        return texts;
    }

    private <T> T with(String sql, Work<T> work, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
