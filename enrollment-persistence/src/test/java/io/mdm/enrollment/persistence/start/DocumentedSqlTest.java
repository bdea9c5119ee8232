package io.mdm.enrollment.persistence.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.postgres.LocalPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statements that docs/operations.md gives to operators, on the schema of this version. */
class DocumentedSqlTest {
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?);\\s*```", Pattern.DOTALL);

    private final LocalPostgres postgres = LocalPostgres.start();
    private final EnrollmentDatabase database = new EnrollmentDatabase(postgres.dataSource());

    @BeforeEach
    void restore() {
        MigratedPostgres.migrate(postgres.dataSource());
        database.update("""
                insert into enrollment.enrollment_token (id, organization_id, batch_id, batch_index, language, key_id, salt,
                    generation, state, created_at, updated_at, expire_at)
                select 'token' || i, 'organization', 'batch', i, 'EN', 'k1', '', 0, 'PENDING', now(), now(),
                    now() + (i - 1) * interval '1 day'
                from generate_series(0, 2) i
                """);
        database.update("""
                insert into enrollment.invitation (batch_id, batch_index, state, attempts, next_attempt_at)
                values ('batch', 0, 'SENT', 1, null), ('batch', 1, 'QUEUED', 0, null), ('batch', 2, 'DEFERRED', 1, now())
                """);
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void every_statement_runs() throws IOException {
        var statements = statements();

        assertThat(statements).hasSizeGreaterThanOrEqualTo(6);
        statements.forEach(this::run);
    }

    @Test
    void after_a_restore_links_are_revoked_with_an_audit_entry_each() throws IOException {
        run(statement("revoked as"));

        assertThat(states("enrollment_token", "id")).containsExactly("PENDING", "PENDING", "DELETED");
        assertThat(database.query(
                        "select token_id from enrollment.enrollment_audit where action = 'REVOKED'",
                        row -> row.getString(1)))
                .containsExactly("token2");
    }

    @Test
    void after_a_restore_mail_that_waits_is_settled() throws IOException {
        run(statement("update enrollment.invitation"));

        assertThat(states("invitation", "batch_index")).containsExactly("SENT", "FAILED", "FAILED");
    }

    private List<String> states(String table, String order) {
        return database.query("select state from enrollment." + table + " order by " + order, row -> row.getString(1));
    }

    private String statement(String part) throws IOException {
        return statements().stream()
                .filter(statement -> statement.contains(part))
                .findAny()
                .orElseThrow();
    }

    private void run(String statement) {
        if (statement.startsWith("select")) {
            database.query(statement, row -> row.getObject(1));
        } else {
            database.update(statement);
        }
    }

    private static List<String> statements() throws IOException {
        return SQL.matcher(Files.readString(Path.of("..", "docs", "operations.md")))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }
}
