package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.PolicyAssignment;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.api.token.TokenQuery.Sort;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Four tokens of an organization: pending, expired, used and changed, taken back. */
class JdbcTokenRowsTest {
    private static final String POLICY = "698efa6ed851667d9c0aec8a";
    private static final String ASSIGNED = "698efa6ed851667d9c0aec8b";
    private static final Set<State> ALL = EnumSet.allOf(State.class);

    private final Stores stores = Stores.shared();
    private final Organization organization = Examples.organization();
    private final List<EnrollmentToken> tokens = new ArrayList<>();

    @BeforeEach
    void issue() {
        issue(
                organization,
                settings("Madrid 50%", POLICY, 1L, Duration.ofDays(9)).withTags(List.of("", "sales")),
                0,
                token -> {});
        issue(organization, settings("berlin", null, null, Duration.ofSeconds(60)), 1, token -> {});
        issue(
                organization,
                settings("Berlin", null, null, Duration.ofDays(2)).withTags(List.of("replaced")),
                2,
                token -> {
                    token.change(
                            settings("paris_1", POLICY, 7L, Duration.ofDays(2)).withTags(List.of("changed")), NOW);
                    token.redeem(DeviceId.of(Examples.id()), NOW.plusSeconds(5));
                });
        issue(organization, settings(null, null, 7L, Duration.ofDays(1)), 3, token -> token.revoke(NOW.plusSeconds(9)));
        issue(Examples.organization(), settings("Madrid", POLICY, 1L, Duration.ofDays(9)), 0, token -> {});
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            CREATED_AT,   0, 1, 2, 3
            UPDATED_AT,   0, 1, 2, 3
            EXPIRE_AT,    1, 3, 2, 0
            EMAIL,        0, 1, 2, 3
            STATE,        3, 2, 1, 0
            """)
    void a_list_is_sorted_in_both_directions(Sort sort, int first, int second, int third, int fourth) {
        var expected = new ArrayList<>(List.of(first, second, third, fourth));
        assertThat(list(query(sort, Direction.ASC, 1, 10))).isEqualTo(expected);
        Collections.reverse(expected);
        assertThat(list(query(sort, Direction.DESC, 1, 10))).isEqualTo(expected);
    }

    @Test
    void tokens_without_a_name_are_last_in_a_list_by_name() {
        assertThat(list(query(Sort.DISPLAY_NAME, Direction.ASC, 1, 10))).endsWith(3);
        assertThat(list(query(Sort.DISPLAY_NAME, Direction.DESC, 1, 10))).endsWith(3);
    }

    @Test
    void pages_follow_each_other() {
        assertThat(list(query(Sort.CREATED_AT, Direction.ASC, 1, 3))).containsExactly(0, 1, 2);
        assertThat(list(query(Sort.CREATED_AT, Direction.ASC, 2, 3))).containsExactly(3);
        assertThat(list(query(Sort.CREATED_AT, Direction.ASC, 3, 3))).isEmpty();
        assertThat(stores.tokenRows()
                        .find(query(Sort.CREATED_AT, Direction.ASC, 2, 3), NOW.plusSeconds(60))
                        .total())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void each_state_can_be_asked_for(State state) {
        var index =
                List.of(State.PENDING, State.EXPIRED, State.DONE, State.DELETED).indexOf(state);
        assertThat(list(filtered(Set.of(state), null, null, null, null))).containsExactly(index);
        assertThat(stores.tokenRows()
                        .find(filtered(Set.of(state), null, null, null, null), NOW.plusSeconds(60))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void no_state_stands_for_all_but_what_was_taken_back() {
        assertThat(list(filtered(Set.of(), null, null, null, null))).containsExactly(0, 1, 2);
    }

    @Test
    void settings_are_those_of_the_token_where_it_has_its_own() {
        assertThat(list(filtered(ALL, POLICY, null, null, null))).containsExactly(0, 2);
        assertThat(list(filtered(ALL, ASSIGNED, null, null, null))).containsExactly(0, 1, 2, 3);
        assertThat(list(filtered(ALL, Examples.id(), null, null, null))).isEmpty();
        assertThat(list(filtered(ALL, null, 7L, null, null))).containsExactly(2, 3);
        assertThat(list(filtered(ALL, POLICY, 7L, "PARIS", null))).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BERLIN           | 1
            paris            | 2
            50%              | 0
            0%%              | -1
            paris_           | 2
            madrid_          | -1
            PERSON2@         | 2
            \\                | -1
            """)
    void a_search_finds_what_an_address_or_a_name_contains(String search, int index) {
        var expected = index < 0 ? List.<Integer>of() : List.of(index);
        assertThat(list(filtered(ALL, null, null, search, null))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@b\u00fccher.example",
                "@B\u00dcCHER.example",
                "bu\u0308cher",
                "a@xn--bcher-kva.example",
                "\u200bana@b\u00fccher.example\u00a0"
            })
    void an_address_is_found_however_its_domain_is_written(String search) {
        var batch = Examples.batch(organization, Examples.settings(), 1);
        add(batch, Examples.token(batch, "Ana@b\u00fccher.example"));

        assertThat(list(filtered(ALL, null, null, search, null))).containsExactly(tokens.size() - 1);
    }

    @Test
    void a_user_has_his_own() {
        var user = tokens.get(2).mdmUserId().orElseThrow();
        assertThat(list(filtered(ALL, null, null, null, user))).containsExactly(2);
        assertThat(list(filtered(ALL, null, null, null, Examples.id()))).isEmpty();
    }

    @Test
    void a_bulk_has_its_own() {
        assertThat(list(of(tokens.get(1).batchId(), Set.of()))).containsExactly(1);
        assertThat(list(of(Examples.id(), Set.of()))).isEmpty();
        assertThat(list(of(tokens.get(4).batchId(), Set.of()))).isEmpty();
    }

    @Test
    void tags_are_those_of_the_token_where_it_has_its_own() {
        assertThat(list(of(null, Set.of("sales")))).containsExactly(0);
        assertThat(list(of(null, Set.of("changed")))).containsExactly(2);
        assertThat(list(of(null, Set.of("sales", "changed")))).containsExactly(0, 2);
        assertThat(list(of(null, Set.of("")))).containsExactly(0);
        assertThat(list(of(null, Set.of("Sales")))).isEmpty();
        assertThat(list(of(null, Set.of("sale")))).isEmpty();
        assertThat(list(of(null, Set.of("replaced")))).isEmpty();
        assertThat(list(of(tokens.get(2).batchId(), Set.of("sales", "changed"))))
                .containsExactly(2);
        assertThat(list(of(tokens.get(0).batchId(), Set.of("changed")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void a_bulk_and_a_tag_are_asked_for_in_every_order(Sort sort) {
        for (var direction : Direction.values()) {
            var query = query(sort, direction, 1, 10);
            assertThat(list(narrowed(query, tokens.get(2).batchId(), Set.of("changed"))))
                    .containsExactly(2);
        }
    }

    private TokenQuery of(@Nullable String batch, Set<String> tags) {
        return narrowed(query(Sort.CREATED_AT, Direction.ASC, 1, 10), batch, tags);
    }

    private static TokenQuery narrowed(TokenQuery query, @Nullable String batch, Set<String> tags) {
        return new TokenQuery(
                query.organizationId(),
                query.page(),
                query.limit(),
                query.sort(),
                query.direction(),
                Optional.ofNullable(batch),
                query.mdmUserId(),
                query.winPolicyId(),
                query.states(),
                query.segmentId(),
                tags,
                query.search(),
                query.links());
    }

    private List<Integer> list(TokenQuery query) {
        return stores.tokenRows().find(query, NOW.plusSeconds(60)).page().stream()
                .map(id -> tokens.stream().map(EnrollmentToken::id).toList().indexOf(id))
                .toList();
    }

    private TokenQuery query(Sort sort, Direction direction, int page, int limit) {
        return new TokenQuery(
                organization.id(),
                page,
                limit,
                sort,
                direction,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                LinkVisibility.WITHHELD);
    }

    private TokenQuery filtered(
            Set<State> states,
            @Nullable String policy,
            @Nullable Long segment,
            @Nullable String search,
            @Nullable String user) {
        return new TokenQuery(
                organization.id(),
                1,
                10,
                Sort.CREATED_AT,
                Direction.ASC,
                Optional.empty(),
                Optional.ofNullable(user),
                Optional.ofNullable(policy),
                states,
                Optional.ofNullable(segment),
                Set.of(),
                Optional.ofNullable(search),
                LinkVisibility.WITHHELD);
    }

    private void issue(Organization to, EnrollmentSettings settings, int index, Consumer<EnrollmentToken> change) {
        var batch = Examples.batch(to, settings, index + 1);
        var token = Examples.tokens(batch, List.of(index)).get(0);
        add(batch, token);
        stores.transactionally(
                () -> change.accept(stores.tokens().byIdForUpdate(token.id()).orElseThrow()));
    }

    private void add(EnrollmentBatch batch, EnrollmentToken token) {
        stores.transactionally(() -> {
            stores.batches().add(batch, List.of());
            stores.tokens().addAll(List.of(token));
        });
        tokens.add(token);
    }

    private static EnrollmentSettings settings(
            @Nullable String name, @Nullable String policy, @Nullable Long segment, Duration duration) {
        return Examples.settings(duration)
                .withDisplayName(name)
                .withWinPolicyId(policy)
                .withWinPolicyAssignments(List.of(new PolicyAssignment(ASSIGNED, 1)))
                .withSegmentId(segment);
    }
}
