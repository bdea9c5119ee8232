package io.mdm.enrollment.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Token and outbox as an ordinary design has them: every setting in every row, a stored hash, UUIDs that grow with
 * time, and an index for each question.
 */
final class WideTables {
    private static final String CREATE = """
            create schema wide
            create table token (id uuid primary key, organization_id text not null, address text not null,
                display_name text, tags text[], token_hash bytea not null unique, expires_at timestamptz not null,
                policy_id text, policy_assignments jsonb, segment_id bigint, batch_id uuid not null, status smallint not null,
                created_at timestamptz not null, updated_at timestamptz not null)
            create table outbox (id uuid primary key, token_id uuid not null, organization_id text not null,
                batch_id uuid not null, recipient text not null, template text not null, locale text not null,
                secret bytea not null, status smallint not null, attempts smallint not null,
                next_attempt_at timestamptz not null, created_at timestamptz not null)
            create index on token (organization_id, created_at)
            create index on token (batch_id)
            create index on outbox (next_attempt_at) where status = 0
            """;

    /** A UUID of version 7 (RFC 9562, section 5.7) by the clock and the number of the row. */
    private static final String UUID =
            "overlay(overlay(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint),"
                    + " 12, '0') || md5(random()::text) placing '7' from 13) placing '8' from 17 for 1)::varchar(32)::uuid";

    private static final String TOKENS = "select " + UUID + """
            , '698efa6ed851667d9c0aec8a', 'person-' || n || '@wide.example', 'Laptops for the Madrid office',
                '{madrid,laptop}'::text[], sha256(random()::text::bytea), now() + interval '1 day', '698efa6ed851667d9c0aec8b',
                '[{"winPolicyId": "698efa6ed851667d9c0aec8c", "priority": 10}, {"winPolicyId": "698efa6ed851667d9c0aec8d", "priority": 20}]'::jsonb,
                1::bigint, '018f0000-0000-7000-8000-000000000000'::uuid, 0::smallint, now(), now()
            from generate_series(1, %d) as n
            """;

    private static final String INVITATIONS = "select " + UUID + ", " + UUID + """
            , '698efa6ed851667d9c0aec8a', '018f0000-0000-7000-8000-000000000000'::uuid, 'person-' || n || '@wide.example',
                'invitation', 'es', substr(sha512(random()::text::bytea), 1, 60), 0::smallint, 0::smallint, now(), now()
            from generate_series(1, %d) as n
            """;

    private final Connection connection;
    private final CopyManager copies;

    WideTables(Connection connection) throws SQLException {
        this.connection = connection;
        copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        connection.setAutoCommit(false);
    }

    /** New rows of both tables. */
    Twins.Rows rows(int count) throws SQLException, IOException {
        var rows = new Twins.Rows(rows(TOKENS.formatted(count)), rows(INVITATIONS.formatted(count)));
        connection.commit();
        return rows;
    }

    /** Copies rows into both tables and commits. */
    void copy(Twins.Rows rows) throws SQLException, IOException {
        copyIn("token", rows.tokens());
        copyIn("outbox", rows.invitations());
        connection.commit();
    }

    private InputStream rows(String query) throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        copies.copyOut("copy (" + query + ") to stdout (format binary)", out);
        return new ByteArrayInputStream(out.toByteArray());
    }

    private void copyIn(String table, InputStream rows) throws SQLException, IOException {
        copies.copyIn("copy wide." + table + " from stdin (format binary)", rows, 65_536);
    }
}
