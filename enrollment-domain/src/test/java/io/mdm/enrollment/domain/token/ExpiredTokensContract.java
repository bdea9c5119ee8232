package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.batch;
import static io.mdm.enrollment.domain.Examples.organization;
import static io.mdm.enrollment.domain.Examples.settings;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.domain.Examples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that finds expired tokens does. What others have left in the store is found as well. */
public abstract class ExpiredTokensContract {
    private final Organization organization = organization();
    private Instant end = Instant.EPOCH;

    protected abstract ExpiredTokens expired();

    protected abstract EnrollmentTokens tokens();

    protected abstract void transactionally(Runnable work);

    @BeforeEach
    void expires_after_all_that_were_taken() {
        end = expired().takenUntil().plusSeconds(1_000_000);
    }

    @Test
    void each_expired_token_is_taken_once_the_earliest_first() {
        var late = add(end.plusSeconds(2));
        var early = add(end.plusSeconds(1));
        add(end.plusSeconds(3));

        assertThat(takeAll(end.plusSeconds(2))).containsExactly(early, late);
        assertThat(takeAll(end.plusSeconds(2))).isEmpty();
        assertThat(takeAll(end)).isEmpty();
        assertThat(expired().takenUntil()).isEqualTo(end.plusSeconds(2));
    }

    @Test
    void whoever_has_ended_otherwise_or_was_erased_has_not_expired() {
        change(add(end), token -> token.redeem(DeviceId.of(Examples.id()), Examples.NOW));
        change(add(end), token -> token.revoke(Examples.NOW));
        change(add(end), token -> token.erasePerson(end));
        var pending = add(end);

        assertThat(takeAll(end)).containsExactly(pending);
    }

    @Test
    void a_token_that_got_more_time_expires_again() {
        var token = add(end);
        assertThat(takeAll(end)).containsExactly(token);

        change(token, expired -> expired.extend(end.plusSeconds(60), end));

        assertThat(takeAll(end.plusSeconds(59))).isEmpty();
        assertThat(takeAll(end.plusSeconds(60))).extracting(ExpiredToken::id).containsExactly(token.id());
    }

    @Test
    void thousands_are_taken_though_they_expire_at_the_same_instant() {
        var batch = batch(organization, settings(), 2_500);
        var many = Examples.tokens(batch, upTo(2_500));
        many.forEach(token -> token.extend(end, Examples.NOW));
        transactionally(() -> tokens().addAll(many));
        var last = add(end.plusSeconds(1));

        assertThat(takeAll(end.plusSeconds(1))).hasSize(2_501).contains(last);
    }

    protected final ExpiredToken add(Instant expireAt) {
        var token = Examples.tokens(batch(organization, settings(), 1), upTo(1)).get(0);
        token.extend(expireAt, Examples.NOW);
        transactionally(() -> tokens().addAll(List.of(token)));
        return new ExpiredToken(organization.id(), token.batchId(), token.id(), expireAt);
    }

    protected final void change(ExpiredToken token, Consumer<EnrollmentToken> change) {
        transactionally(() -> change.accept(tokens().byIdForUpdate(token.id()).orElseThrow()));
    }

    /** Those of this test, step by step. */
    protected final List<ExpiredToken> takeAll(Instant until) {
        var taken = new ArrayList<ExpiredToken>();
        for (var step = take(until); !step.isEmpty(); step = take(until)) {
            step.stream()
                    .filter(token -> token.organizationId().equals(organization.id()))
                    .forEach(taken::add);
        }
        return taken;
    }

    /** An instant after which nothing has been taken. */
    protected final Instant end() {
        return end;
    }

    private List<ExpiredToken> take(Instant until) {
        Supplier<List<ExpiredToken>> take = () -> expired().take(until);
        var step = new ArrayList<ExpiredToken>();
        transactionally(() -> step.addAll(take.get()));
        return step;
    }
}
