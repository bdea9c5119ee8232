package io.mdm.enrollment.domain.report;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.api.report.BatchQuery.Sort;
import io.mdm.enrollment.api.report.BatchQuery.State;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everything that knows the bulks of an organization does. */
public abstract class BatchRowsContract {
    private final Organization organization = Examples.organization();

    protected abstract BatchRows rows();

    protected abstract EnrollmentBatches batches();

    protected abstract EnrollmentTokens tokens();

    protected abstract Invitations invitations();

    protected abstract void transactionally(Runnable work);

    @Test
    void bulks_are_sorted_by_each_key_in_both_directions_and_equal_ones_by_their_age() {
        var first = add(Duration.ofDays(2), 2, NOW);
        var second = add(Duration.ofDays(1), 3, NOW.plusSeconds(1));
        var third = add(Duration.ofDays(3), 2, NOW.plusSeconds(2));

        assertThat(list(Sort.CREATED_AT, Direction.ASC)).containsExactly(first, second, third);
        assertThat(list(Sort.CREATED_AT, Direction.DESC)).containsExactly(third, second, first);
        assertThat(list(Sort.EXPIRE_AT, Direction.ASC)).containsExactly(second, first, third);
        assertThat(list(Sort.EXPIRE_AT, Direction.DESC)).containsExactly(third, first, second);
        assertThat(list(Sort.TOTAL, Direction.ASC)).containsExactly(first, third, second);
        assertThat(list(Sort.TOTAL, Direction.DESC)).containsExactly(second, third, first);
    }

    @Test
    void pages_follow_each_other_without_gap_and_overlap() {
        var first = add(Duration.ofDays(1), 1, NOW);
        var second = add(Duration.ofDays(1), 1, NOW.plusSeconds(1));
        var third = add(Duration.ofDays(1), 1, NOW.plusSeconds(2));

        assertThat(page(1)).isEqualTo(new BatchRows.Found(List.of(third, second), 3));
        assertThat(page(2)).isEqualTo(new BatchRows.Found(List.of(first), 3));
        assertThat(page(3)).isEqualTo(new BatchRows.Found(List.of(), 3));
        assertThat(page(999_999_999)).isEqualTo(new BatchRows.Found(List.of(), 3));
    }

    @Test
    void a_request_for_one_token_is_no_bulk() {
        add(Examples.single(organization, Examples.settings()), List.of(0));

        assertThat(page(1)).isEqualTo(new BatchRows.Found(List.of(), 0));
    }

    @Test
    void a_bulk_of_another_organization_is_not_seen() {
        var batch = add(Duration.ofDays(1), 1, NOW);
        var foreign = new BatchQuery(
                Examples.id(), 1, 100, Sort.CREATED_AT, Direction.DESC, Optional.empty(), Optional.empty());

        assertThat(rows().find(foreign, NOW)).isEqualTo(new BatchRows.Found(List.of(), 0));
        assertThat(rows().counts(foreign.organizationId(), List.of(batch), NOW)).isEmpty();
    }

    @Test
    void a_bulk_is_live_as_long_as_one_of_its_tokens_is_pending_and_has_not_expired() {
        var live = add(Duration.ofDays(1), 2, NOW);
        var longer = add(Duration.ofDays(2), 1, NOW.plusSeconds(1));
        var used = add(Duration.ofDays(2), 2, NOW.plusSeconds(2));
        var nobody = add(Examples.batch(organization, Examples.settings(), 3, NOW.plusSeconds(3)), List.of());
        change(live, 0, token -> token.revoke(NOW));
        change(used, 0, token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        change(used, 1, token -> token.revoke(NOW));
        var end = NOW.plus(Duration.ofDays(1));

        assertThat(list(State.LIVE, end.minusNanos(1_000))).containsExactly(longer, live);
        assertThat(list(State.ENDED, end.minusNanos(1_000))).containsExactly(nobody, used);
        assertThat(list(State.LIVE, end)).containsExactly(longer);
        assertThat(list(State.ENDED, end)).containsExactly(nobody, used, live);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MADRID   | true
            50%      | true
            d_5      | false
            0%%      | false
            sales    | true
            LES_TE   | true
            E%       | false
            \\        | false
            emailed  | false
            es       | true
            display  | false
            """)
    void a_search_finds_what_a_display_name_or_a_tag_contains(String text, boolean found) {
        var settings = settings("Madrid 50%", List.of("", "Sales_Team"));
        var batch = add(Examples.batch(organization, settings, 1), List.of(0));
        add(Examples.batch(organization, settings(null, List.of()), 1), List.of(0));

        assertThat(rows().find(query(1, Optional.empty(), Optional.of(text)), NOW)
                        .page())
                .isEqualTo(found ? List.of(batch) : List.of());
    }

    @Test
    void tokens_and_mails_are_counted_by_their_states() {
        var batch = add(Duration.ofDays(1), 4, NOW);
        var other = add(Duration.ofDays(2), 1, NOW);
        var silent = add(Examples.batch(organization, Examples.silentSettings(), 1, NOW.plusSeconds(1)), List.of(0));
        var nobody = add(Examples.batch(organization, Examples.settings(), 1), List.of());
        change(batch, 1, token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        change(batch, 2, token -> token.revoke(NOW));
        var lane = new DeliveryLane(organization.id(), batch, 0, 0, 4);
        var reply = new RelayReply(SmtpStep.CONTENT, 450);
        invitations()
                .store(
                        lane,
                        List.of(
                                InvitationChange.sent(0, new RelayReply(SmtpStep.CONTENT, 250), NOW),
                                InvitationChange.deferred(1, Optional.of(reply), NOW),
                                InvitationChange.failed(2, Optional.of(reply))));

        var now = NOW.plus(Duration.ofDays(1));

        assertThat(rows().counts(organization.id(), List.of(batch, other, silent, nobody, Examples.id()), now))
                .isEqualTo(Map.of(
                        batch,
                        new BatchCounts(
                                Map.of(
                                        MailState.QUEUED, 1,
                                        MailState.DEFERRED, 1,
                                        MailState.SENT, 1,
                                        MailState.FAILED, 1),
                                new TokenCounts(0, 1, 1, 2)),
                        other,
                        new BatchCounts(Map.of(MailState.QUEUED, 1), new TokenCounts(1, 0, 0, 0)),
                        silent,
                        new BatchCounts(Map.of(), new TokenCounts(1, 0, 0, 0))));
    }

    private static EnrollmentSettings settings(@Nullable String name, List<String> tags) {
        return Examples.settings().withDisplayName(name).withTags(tags);
    }

    private String add(Duration duration, int total, Instant createdAt) {
        return add(Examples.batch(organization, Examples.settings(duration), total, createdAt), Examples.upTo(total));
    }

    private String add(EnrollmentBatch batch, List<Integer> created) {
        batch.conclude(created.size());
        transactionally(() -> {
            batches().add(batch, List.of());
            tokens().addAll(Examples.tokens(batch, created));
            if (batch.settings().sendEmail()) {
                invitations().addAll(batch, created);
            }
        });
        return batch.id();
    }

    private void change(String batchId, int index, Consumer<EnrollmentToken> change) {
        transactionally(() -> {
            var id = tokens().ofBatch(organization.id(), batchId, List.of(index))
                    .get(0)
                    .id();
            change.accept(tokens().byIdForUpdate(id).orElseThrow());
        });
    }

    private List<String> list(Sort sort, Direction direction) {
        return rows().find(
                        new BatchQuery(organization.id(), 1, 100, sort, direction, Optional.empty(), Optional.empty()),
                        NOW)
                .page();
    }

    private List<String> list(State state, Instant now) {
        var found = rows().find(query(1, Optional.of(state), Optional.empty()), now);
        assertThat(found.total()).isEqualTo(found.page().size());
        return found.page();
    }

    private BatchRows.Found page(int page) {
        return rows().find(query(page, Optional.empty(), Optional.empty()), NOW);
    }

    /** Of a page of two, or, with a condition, of all. */
    private BatchQuery query(int page, Optional<State> state, Optional<String> search) {
        int limit = state.isPresent() || search.isPresent() ? 100 : 2;
        return new BatchQuery(organization.id(), page, limit, Sort.CREATED_AT, Direction.DESC, state, search);
    }
}
