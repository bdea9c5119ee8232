package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work of the database for the announcement of expired tokens, of which 20 000 ended long ago, one each second. */
class ExpiryPlanTest {
    private static final int TOKENS = 20_000;
    private static final Instant FIRST = Instant.parse("2001-01-01T00:00:00Z");
    private static final String ORGANIZATION = Examples.organization().id();
    private static final Stores STORES = Stores.shared();

    @BeforeAll
    static void fill() {
        STORES.database().update("""
                insert into enrollment.enrollment_token (id, organization_id, batch_id, batch_index, email, language,
                    key_id, salt, generation, state, created_at, updated_at, expire_at)
                select lpad(to_hex(i), 8, '0') || left(organization, 16), organization, organization, i,
                    'test@acme.example', 'en', 'k1', '', 0, 'PENDING', first, first, first + i * interval '1 s'
                from generate_series(0, ? - 1) i, (select ? as organization, ? as first) of
                """, TOKENS, ORGANIZATION, InstantConverter.timestamp(FIRST));
        STORES.database().update("analyze enrollment.enrollment_token");
    }

    @AfterAll
    static void empty() {
        STORES.database().update("delete from enrollment.enrollment_token where organization_id = ?", ORGANIZATION);
    }

    @Test
    void only_tokens_that_have_just_expired_are_looked_at() {
        var until = FIRST.plusSeconds(TOKENS - 1);
        var after = until.minusSeconds(60);

        var statements = Stream.of(JdbcExpiredTokens.expired(after, until), JdbcExpiredTokens.ends(after, until));

        assertThat(statements.map(statement -> QueryPlan.of(STORES.database(), statement)))
                .allSatisfy(plan -> {
                    assertThat(plan.indexes()).containsExactly("enrollment_token_by_end");
                    assertThat(plan.rowsSeen()).isEqualTo(60);
                });
    }

    /** Each one costs every insert; that of the ends was there for the retention. */
    @Test
    void tokens_have_no_further_index() {
        assertThat(STORES.database()
                        .query(
                                "select indexname from pg_indexes where schemaname = 'enrollment' and tablename = 'enrollment_token'",
                                row -> row.getString(1)))
                .containsExactlyInAnyOrder(
                        "enrollment_token_pkey",
                        "enrollment_token_organization_id_batch_id_batch_index_key",
                        "enrollment_token_by_address_hash",
                        "enrollment_token_by_end",
                        "enrollment_token_by_state",
                        "enrollment_token_with_own_settings");
    }
}
