package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.persistence.ServerResources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final DeferredStatements deferred;

    public EnrollmentDatabase() {
        this(
                ServerResources.named("jdbc/enrollment", DataSource.class),
                MAX_STATEMENT_TIME,
                new DeferredStatements(ServerResources.named(
                        "java:comp/TransactionSynchronizationRegistry", TransactionSynchronizationRegistry.class)));
    }

    /** Defers no statements. */
    public EnrollmentDatabase(DataSource dataSource) {
        this(dataSource, MAX_STATEMENT_TIME);
    }

    EnrollmentDatabase(DataSource dataSource, Duration maxStatementTime) {
        this(dataSource, maxStatementTime, new DeferredStatements(null));
    }

    EnrollmentDatabase(DataSource dataSource, Duration maxStatementTime, DeferredStatements deferred) {
        this.dataSource = dataSource;
        this.maxStatementTime = maxStatementTime;
        this.deferred = deferred;
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
        return update(sql(sql, parameters));
    }

    /** Runs one statement that answers no rows, composed of fragments. */
    public int update(SqlFragment statement) {
        return run(statement, PreparedStatement::getUpdateCount);
    }

    /**
     * Runs one statement of which nobody waits for the outcome: with the next one of the JTA transaction or before its
     * commit, in one round trip; without a transaction at once. JPA does not see what it changes before.
     */
    public void updateLater(String sql, @Nullable Object... parameters) {
        var statement = sql(sql, parameters);
        if (!deferred.add(statement, this::runAll)) {
            update(statement);
        }
    }

    /** Runs what waits in the running transaction. */
    void flush() {
        var waiting = deferred.take();
        if (!waiting.isEmpty()) {
            runAll(waiting);
        }
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

    /**
     * Runs one query and reads all its rows.
     *
     * @throws SqlFailure with SQLState 57014 if it takes longer than {@link #MAX_STATEMENT_TIME}
     */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql(sql, parameters), reader);
    }

    /** Runs one query, composed of fragments, and reads all its rows. */
    public <T> List<T> query(SqlFragment statement, RowReader<T> reader) {
        return run(statement, executed -> {
            try (var rows = executed.getResultSet()) {
                return readAll(rows, reader);
            }
        });
    }

    private <T> T run(SqlFragment statement, Outcome<T> outcome) {
        return runAll(
                Stream.concat(deferred.take().stream(), Stream.of(statement)).toList(), outcome);
    }

    private void runAll(List<SqlFragment> statements) {
        runAll(statements, PreparedStatement::getUpdateCount);
    }

    /**
     * Runs statements in one round trip.
     *
     * @param outcome of the last one
     */
    private <T> T runAll(List<SqlFragment> statements, Outcome<T> outcome) {
        var text = statements.stream().map(SqlFragment::text).collect(Collectors.joining(";\n"));
        var parameters =
                statements.stream().flatMap(each -> each.parameters().stream()).toArray();
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(text)) {
            prepare(statement, parameters, connection);
            statement.execute();
            for (int passed = 1; passed < statements.size(); passed++) {
                statement.getMoreResults();
            }
            return outcome.of(statement);
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

    /** Outcome of an executed statement. */
    @FunctionalInterface
    private interface Outcome<T> {
        T of(PreparedStatement executed) throws SQLException;
    }

    /** Reader of the row at which a result stands. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
