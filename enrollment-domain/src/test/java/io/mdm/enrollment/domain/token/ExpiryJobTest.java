package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.EnrollmentTokenExpired;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiryJobTest {
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final RecordedTokenEnds ends = new RecordedTokenEnds();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final ExpiryJob job = new ExpiryJob(new InMemoryExpiredTokens(tokens, NOW), ends.ends(), clock);

    @Test
    void an_expiry_is_announced_when_no_node_can_redeem_the_token_any_more() {
        var token = Examples.tokens(Examples.batch(Examples.organization(), Examples.settings(), 1), upTo(1))
                .get(0);
        tokens.addAll(List.of(token));

        clock.set(token.expireAt());
        assertThat(job.step()).as("another node's clock may be behind").isFalse();

        clock.set(token.expireAt().plusSeconds(2));
        assertThat(job.step()).isTrue();
        assertThat(job.step()).isFalse();
        assertThat(ends.expired())
                .containsExactly(new EnrollmentTokenExpired(
                        token.organizationId(), token.batchId(), token.id(), token.expireAt()));
    }
}
