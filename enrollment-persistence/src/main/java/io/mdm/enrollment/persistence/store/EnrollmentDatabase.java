package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.persistence.ServerResources;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Data source {@code jdbc/enrollment} of the server. Inside a JTA transaction every statement is part of it; outside,
 * each is a transaction of its own.
 */
@ApplicationScoped
public class EnrollmentDatabase {
    /**
     * Time after which a statement is canceled in the database, so that it does not run on for a caller who has left.
     * Less than the pool waits for an answer before it gives the connection up. The same for queries of JPA, in
     * {@code persistence.xml}.
     */
    static final Duration MAX_STATEMENT_TIME = Duration.ofSeconds(4);

    private final DataSource dataSource;
    private final Duration maxStatementTime;

    public EnrollmentDatabase() {
        this(ServerResources.named("jdbc/enrollment", DataSource.class));
    }

    public EnrollmentDatabase(DataSource dataSource) {
        this(dataSource, MAX_STATEMENT_TIME);
    }

    EnrollmentDatabase(DataSource dataSource, Duration maxStatementTime) {
        this.dataSource = dataSource;
        this.maxStatementTime = maxStatementTime;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * The same database for statements that may take longer than those of a request.
     *
     * @param patience time for a statement, and for its answer
     */
    public EnrollmentDatabase patient(Duration patience) {
        return new EnrollmentDatabase(PatientConnections.of(dataSource, patience), patience);
    }

    /**
     * Runs one statement that answers no rows.
     *
     * @return how many rows it changed
     */
    public int update(String sql, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            prepare(statement, parameters, connection);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new SqlFailure(failed);
        }
    }

    /** Runs one statement that answers no rows, composed of fragments. */
    public int update(SqlFragment statement) {
        return update(statement.text(), statement.parameters().toArray());
    }

    /**
     * Runs one statement for each of several lists of parameters, in order, in one transaction.
     *
     * @return how many rows each changed
     */
    public int[] updateEach(String sql, List<@Nullable Object[]> parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var each : parameters) {
                prepare(statement, each, connection);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException failed) {
            throw new SqlFailure(failed);
        }
    }

    /** Runs one query, composed of fragments, and reads all its rows. */
    public <T> List<T> query(SqlFragment statement, RowReader<T> reader) {
        return query(statement.text(), reader, statement.parameters().toArray());
    }

    /**
     * Runs one query and reads all its rows.
     *
     * @throws SqlFailure with SQLState 57014 if it takes longer than {@link #MAX_STATEMENT_TIME}
     */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            prepare(statement, parameters, connection);
            try (var rows = statement.executeQuery()) {
                return readAll(rows, reader);
            }
        } catch (SQLException failed) {
            throw new SqlFailure(failed);
        }
    }

    /**
     * Parameter without a value. The driver has a statement parsed again each time the type of a parameter changes, and
     * a plain null has none.
     *
     * @param type one of {@link java.sql.Types}
     */
    public record Null(int type) {
        /** The value in the form in which the driver takes it, or a null of that type. */
        static <T> Object or(@Nullable T value, Function<T, Object> form, int type) {
            return value == null ? new Null(type) : form.apply(value);
        }
    }

    /** Array parameter of a statement, such as {@code unnest} takes. */
    @SuppressWarnings("ArrayRecordComponent") // arrays are not compared
    public record Array(String elementType, Object[] elements) {}

    private static <T> List<T> readAll(ResultSet rows, RowReader<T> reader) throws SQLException {
        var result = new ArrayList<T>();
        while (rows.next()) {
            result.add(reader.read(rows));
        }
        return result;
    }

    private void prepare(PreparedStatement statement, @Nullable Object[] parameters, Connection connection)
            throws SQLException {
        statement.setQueryTimeout((int) maxStatementTime.toSeconds());
        for (int i = 0; i < parameters.length; i++) {
            var parameter = parameters[i];
            if (parameter instanceof Null absent) {
                statement.setNull(i + 1, absent.type());
            } else if (parameter instanceof Array array) {
                statement.setObject(i + 1, connection.createArrayOf(array.elementType(), array.elements()));
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }

    /** Reader of the row at which a result stands. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
