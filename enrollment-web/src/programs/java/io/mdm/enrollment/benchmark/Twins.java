package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Tenant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Tables like the product's two large ones, with the same indexes. They stay as large as these, because whatever the
 * product writes is copied into them.
 */
final class Twins {
    private static final int BUFFER = 65_536;

    private final Connection connection;
    private final CopyManager copies;
    private final Table tokens;
    private final Table invitations;

    Twins(Connection connection) throws SQLException {
        this.connection = connection;
        copies = connection.unwrap(PGConnection.class).getCopyAPI();
        execute("create schema benchmark");
        tokens = twin("enrollment_token", "organization_id = '%1$s' and ");
        invitations = twin("invitation", "");
        connection.setAutoCommit(false);
    }

    /**
     * One of the two.
     *
     * @param newest query for the rows of an organization's newest batch
     * @param insert one row into the twin
     */
    private record Table(String name, String columns, String newest, PreparedStatement insert) {}

    /** Rows of both tables in PostgreSQL's binary format, to be read once. */
    record Rows(InputStream tokens, InputStream invitations) {}

    /** The rows of an organization's newest batch. */
    Rows newestBatch(Tenant tenant) throws SQLException, IOException {
        var rows = new Rows(newest(tokens, tenant), newest(invitations, tenant));
        connection.commit();
        return rows;
    }

    /** Copies rows into both tables and commits. */
    void copy(Rows rows) throws SQLException, IOException {
        copy(tokens, rows.tokens());
        copy(invitations, rows.invitations());
        connection.commit();
    }

    /** Makes {@link #insert} ready for the only row of an organization's newest batch. */
    void bindNewest(Tenant tenant) throws SQLException {
        bindNewest(tokens, tenant);
        bindNewest(invitations, tenant);
        connection.commit();
    }

    /** Inserts the one row into each of both tables and commits. */
    void insert() throws SQLException {
        tokens.insert().executeUpdate();
        invitations.insert().executeUpdate();
        connection.commit();
    }

    private InputStream newest(Table table, Tenant tenant) throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        copies.copyOut("copy (" + table.newest().formatted(tenant.id()) + ") to stdout (format binary)", out);
        return new ByteArrayInputStream(out.toByteArray());
    }

    private void copy(Table table, InputStream rows) throws SQLException, IOException {
        copies.copyIn(
                "copy benchmark.%s (%s) from stdin (format binary)".formatted(table.name(), table.columns()),
                rows,
                BUFFER);
    }

    private void bindNewest(Table table, Tenant tenant) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(table.newest().formatted(tenant.id()))) {
            row.next();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                table.insert().setObject(column, row.getObject(column));
            }
        }
    }

    private Table twin(String name, String condition) throws SQLException {
        execute("create table benchmark.%s (like enrollment.%s including all)".formatted(name, name));
        execute("alter table benchmark.%s set (%s)".formatted(name, text("""
                select coalesce(string_agg(option, ','), 'fillfactor=100')
                from pg_class, unnest(reloptions) as option where oid = 'enrollment.%s'::regclass""".formatted(name))));
        var columns = text("""
                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                where attrelid = 'enrollment.%s'::regclass and attnum > 0 and attgenerated = '' and not attisdropped""".formatted(name));
        var newest = "select " + columns + " from enrollment." + name + " where " + condition
                + "batch_id = (select max(id) from enrollment.enrollment_batch where organization_id = '%1$s') order by ctid";
        var insert =
                "insert into benchmark.%s (%s) values (%s)".formatted(name, columns, columns.replaceAll("[^,]+", "?"));
        return new Table(name, columns, newest, connection.prepareStatement(insert));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
