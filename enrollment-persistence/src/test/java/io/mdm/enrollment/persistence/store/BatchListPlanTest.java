package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.api.report.BatchQuery.Sort;
import io.mdm.enrollment.api.report.BatchQuery.State;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.domain.Examples;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Work of the database for bulks of an organization with 1 000 of them, each of twenty tokens and invitations, beside
 * another organization of that size, as its plan counts it: rows that were looked at, instead of time.
 *
 * <p>The first half has expired; the second has one token in ten that was redeemed. Tag {@code rare} belongs to one
 * bulk.
 */
class BatchListPlanTest {
    private static final int BATCHES = 1_000;
    private static final int TOKENS = 20;
    private static final int PAGE = 20;
    private static final String ORGANIZATION = Examples.organization().id();
    private static final String OTHER = Examples.organization().id();
    private static final Stores STORES = Stores.shared();

    @BeforeAll
    static void fill() {
        Stream.of(ORGANIZATION, OTHER).forEach(BatchListPlanTest::fill);
        STORES.database()
                .update("analyze enrollment.enrollment_batch, enrollment.enrollment_token, enrollment.invitation");
    }

    private static void fill(String organization) {
        STORES.database()
                .update(
                        """
                insert into enrollment.enrollment_batch (id, organization_id, win_enterprise_id, created_at, created_by,
                    settings, language, total, success, expire_at, last_expire_at, bulk)
                select lpad(to_hex(b), 8, '0') || right(?, 16), ?, ?, now(), 'test',
                    format('{"displayName":"Laptops %s","tags":["%s"],"emailText":"%s"}',
                        b, case when b = 1 then 'rare' else 'usual' end, repeat('x', 100)),
                    'en', ?, ?, at, at, true
                from generate_series(1, ?) b,
                    lateral (select ?::timestamptz + case when b <= ? / 2 then -interval '1 day' else interval '1 day' end as at) e
                """,
                        organization,
                        organization,
                        organization,
                        TOKENS,
                        TOKENS,
                        BATCHES,
                        InstantConverter.timestamp(NOW),
                        BATCHES);
        STORES.database().update("""
                insert into enrollment.enrollment_token (id, organization_id, batch_id, batch_index, email, language,
                    key_id, salt, generation, state, win_device_id, created_at, updated_at, expire_at)
                select left(id, 8) || lpad(to_hex(i), 4, '0') || right(organization_id, 12), organization_id, id, i,
                    'test@acme.example', 'en', 'k1', '', 0, case i % 10 when 0 then 'DONE' else 'PENDING' end,
                    case i % 10 when 0 then id end, created_at, created_at, expire_at
                from enrollment.enrollment_batch, generate_series(0, ? - 1) i where organization_id = ?
                """, TOKENS, organization);
        STORES.database().update("""
                insert into enrollment.invitation (batch_id, state, attempts, batch_index)
                select batch_id, 'SENT', 1, batch_index from enrollment.enrollment_token where organization_id = ?
                """, organization);
    }

    @AfterAll
    static void empty() {
        for (var organization : List.of(ORGANIZATION, OTHER)) {
            STORES.database()
                    .update(
                            "delete from enrollment.invitation where batch_id in "
                                    + "(select id from enrollment.enrollment_batch where organization_id = ?)",
                            organization);
            STORES.database().update("delete from enrollment.enrollment_token where organization_id = ?", organization);
            STORES.database().update("delete from enrollment.enrollment_batch where organization_id = ?", organization);
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void a_list_looks_at_no_token(Sort sort) {
        var plan = plan(BatchListSql.of(query(sort, null, "laptop"), NOW));

        assertThat(plan.rowsSeenOf("enrollment_token")).isZero();
        assertThat(plan.rowsSeenOf("enrollment_batch")).isGreaterThanOrEqualTo(BATCHES);
    }

    /** Of each bulk that has not expired, the first token was redeemed and the second can be. */
    @ParameterizedTest
    @EnumSource(State.class)
    void the_state_of_a_bulk_is_found_with_its_first_live_token(State state) {
        var plan = plan(BatchListSql.of(query(Sort.CREATED_AT, state, null), NOW));

        assertThat(plan.rowsSeenOf("enrollment_token")).isEqualTo(2L * (BATCHES / 2));
    }

    @Test
    void only_tokens_and_invitations_of_the_page_are_counted() {
        var page = Chunks.strings(
                IntStream.rangeClosed(1, PAGE).mapToObj(BatchListPlanTest::id).toList(), Function.identity());

        var tokens = plan(BatchCountsSql.tokens(ORGANIZATION, page, NOW));
        var mails = plan(BatchCountsSql.mails(ORGANIZATION, page));

        assertThat(tokens.rowsSeenOf("enrollment_token")).isEqualTo((long) PAGE * TOKENS);
        assertThat(mails.rowsSeenOf("invitation")).isEqualTo((long) PAGE * TOKENS);
    }

    @Test
    void the_counts_and_the_version_of_a_report_are_one_pass() {
        var plan = plan(BatchCountsSql.withVersion(ORGANIZATION, id(7), NOW));

        assertThat(plan.rowsSeenOf("enrollment_batch")).isEqualTo(1);
        assertThat(plan.rowsSeenOf("enrollment_token")).isEqualTo(TOKENS);
        assertThat(plan.rowsSeenOf("invitation")).isEqualTo(TOKENS);
    }

    @ParameterizedTest
    @EnumSource(TokenQuery.Sort.class)
    void a_list_of_the_tokens_of_one_bulk_looks_at_no_others(TokenQuery.Sort sort) {
        var plan = plan(TokenListSql.of(tokens(sort, id(7), Set.of()), NOW));

        assertThat(plan.rowsSeenOf("enrollment_token")).isBetween((long) TOKENS, 4L * TOKENS);
    }

    @ParameterizedTest
    @EnumSource(TokenQuery.Sort.class)
    void a_rare_tag_leads_from_its_bulk_to_its_tokens(TokenQuery.Sort sort) {
        var plan = plan(TokenListSql.of(tokens(sort, null, Set.of("rare", "none")), NOW));

        assertThat(plan.rowsSeenOf("enrollment_token")).isBetween((long) TOKENS, 4L * TOKENS);
        assertThat(plan.rowsSeenOf("enrollment_batch")).isGreaterThanOrEqualTo(BATCHES);
    }

    private static QueryPlan plan(SqlFragment statement) {
        return QueryPlan.of(STORES.database(), statement);
    }

    private static String id(int batch) {
        return "%08x".formatted(batch) + ORGANIZATION.substring(8);
    }

    private static BatchQuery query(Sort sort, @Nullable State state, @Nullable String search) {
        return new BatchQuery(
                ORGANIZATION, 1, PAGE, sort, Direction.DESC, Optional.ofNullable(state), Optional.ofNullable(search));
    }

    private static TokenQuery tokens(TokenQuery.Sort sort, @Nullable String batch, Set<String> tags) {
        return new TokenQuery(
                ORGANIZATION,
                1,
                PAGE,
                sort,
                Direction.DESC,
                Optional.ofNullable(batch),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                tags,
                Optional.empty(),
                LinkVisibility.WITHHELD);
    }
}
