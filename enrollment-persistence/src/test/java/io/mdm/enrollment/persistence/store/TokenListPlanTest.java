package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.api.token.TokenQuery.Sort;
import io.mdm.enrollment.domain.Examples;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Work of the database for a list of an organization with 5 000 batches of ten tokens, as its plan counts it: rows that
 * were looked at, instead of time.
 *
 * <p>Segment 1 and its policy belong to five batches, segment 2 and its policy to all others, segment 3 to none.
 */
class TokenListPlanTest {
    private static final int BATCHES = 5_000;
    private static final int TOKENS = 10 * BATCHES;
    private static final String ORGANIZATION = Examples.organization().id();
    private static final Stores STORES = Stores.shared();

    @BeforeAll
    static void fill() {
        STORES.database().update("""
                insert into enrollment.enrollment_batch (id, organization_id, win_enterprise_id, created_at, created_by,
                    settings, language, total, success, expire_at, last_expire_at, bulk)
                select lpad(to_hex(b), 8, '0') || left(?, 16), ?, ?, now(), 'test',
                    format('{"segmentId":%s,"winPolicyAssignments":[{"winPolicyId":"%s"}],"emailText":"%s"}',
                        segment, segment, repeat('x', 100)), 'en', 10, 10, now() + interval '1 day', now() + interval '1 day', true
                from generate_series(1, ?) b, lateral (select case when b % 1000 = 0 then 1 else 2 end as segment) s
                """, ORGANIZATION, ORGANIZATION, ORGANIZATION, BATCHES);
        STORES.database().update("""
                insert into enrollment.enrollment_token (id, organization_id, batch_id, batch_index, email, language,
                    key_id, salt, generation, state, created_at, updated_at, expire_at)
                select left(id, 8) || lpad(to_hex(i), 4, '0') || left(organization_id, 12), organization_id, id, i,
                    'test@acme.example', 'en', 'k1', '', 0, 'PENDING', created_at, created_at, expire_at
                from enrollment.enrollment_batch, generate_series(0, 9) i where organization_id = ?
                """, ORGANIZATION);
        STORES.database().update("analyze enrollment.enrollment_batch, enrollment.enrollment_token");
    }

    @AfterAll
    static void empty() {
        STORES.database().update("delete from enrollment.enrollment_token where organization_id = ?", ORGANIZATION);
        STORES.database().update("delete from enrollment.enrollment_batch where organization_id = ?", ORGANIZATION);
    }

    @ParameterizedTest
    @CsvSource({"1,", ", 1", "3,", ", 3"})
    void a_rare_segment_or_policy_leads_from_its_batches_to_their_tokens(
            @Nullable Long segment, @Nullable String policy) {
        for (var direction : Direction.values()) {
            assertThat(plan(query(segment, policy, null, Sort.CREATED_AT, direction))
                            .rowsSeen())
                    .isBetween((long) BATCHES, 4L * BATCHES);
        }
    }

    @ParameterizedTest
    @CsvSource({"2,", ", 2"})
    void a_segment_or_policy_of_nearly_all_is_counted_once(@Nullable Long segment, @Nullable String policy) {
        for (var direction : Direction.values()) {
            assertThat(plan(query(segment, policy, null, Sort.CREATED_AT, direction))
                            .rowsSeen())
                    .isBetween((long) TOKENS, 2L * TOKENS + 4L * BATCHES);
        }
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void only_batches_are_put_in_the_order_of_their_names(Direction direction) {
        assertThat(plan(query(null, null, null, Sort.DISPLAY_NAME, direction)).rowsSorted())
                .isBetween((long) BATCHES, 2L * BATCHES);
    }

    @Test
    void the_order_of_addresses_takes_all_tokens() {
        assertThat(plan(query(null, null, null, Sort.EMAIL, Direction.ASC)).rowsSorted())
                .isGreaterThanOrEqualTo(TOKENS);
    }

    /** Each token would be compared with thousands of batches, one after the other. */
    @ParameterizedTest
    @CsvSource({"2,,", ",2,", ",,laptop", "2,2,laptop"})
    void no_token_is_compared_with_a_list_of_batches(
            @Nullable Long segment, @Nullable String policy, @Nullable String search) {
        for (var sort : Sort.values()) {
            assertThat(plan(query(segment, policy, search, sort, Direction.DESC))
                            .filters())
                    .isNotEmpty()
                    .noneMatch(filter -> filter.contains("ANY") && !filter.contains("hashed SubPlan"));
        }
    }

    @Test
    void an_array_of_batches_would_be_found_in_a_plan() {
        var array = SqlFragment.sql("""
                select id from enrollment.enrollment_token
                where batch_id = any(array(select id from enrollment.enrollment_batch)) and settings is null
                """);

        assertThat(plan(array).filters()).anyMatch(filter -> filter.contains("ANY"));
    }

    private static QueryPlan plan(TokenQuery query) {
        return plan(TokenListSql.of(query, NOW));
    }

    private static QueryPlan plan(SqlFragment statement) {
        return QueryPlan.of(STORES.database(), statement);
    }

    private static TokenQuery query(
            @Nullable Long segment, @Nullable String policy, @Nullable String search, Sort sort, Direction direction) {
        return new TokenQuery(
                ORGANIZATION,
                1,
                20,
                sort,
                direction,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(policy),
                Set.of(),
                Optional.ofNullable(segment),
                Set.of(),
                Optional.ofNullable(search),
                LinkVisibility.WITHHELD);
    }
}
