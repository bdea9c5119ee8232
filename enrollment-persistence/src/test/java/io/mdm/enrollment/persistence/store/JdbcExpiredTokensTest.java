package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.ExpiredTokens;
import io.mdm.enrollment.domain.token.ExpiredTokensContract;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class JdbcExpiredTokensTest extends ExpiredTokensContract {
    private static final String WAITING = "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
            + " and query like '%enrollment_token%for no key update%'";

    @Override
    protected ExpiredTokens expired() {
        return Stores.shared().expiredTokens();
    }

    @Override
    protected EnrollmentTokens tokens() {
        return Stores.shared().tokens();
    }

    @Override
    protected void transactionally(Runnable work) {
        Stores.shared().transactionally(work);
    }

    @Test
    void a_token_that_is_being_extended_or_redeemed_is_seen_as_it_is_then() {
        var extended = add(end());
        var redeemed = add(end());
        var expired = add(end());
        var taking = new CompletableFuture<?>[1];

        transactionally(() -> {
            tokens().byIdForUpdate(extended.id()).orElseThrow().extend(end().plusSeconds(60), Examples.NOW);
            tokens().byIdForUpdate(redeemed.id()).orElseThrow().redeem(DeviceId.of(Examples.id()), Examples.NOW);
            taking[0] =
                    CompletableFuture.runAsync(() -> assertThat(takeAll(end())).containsExactly(expired));
            Awaitility.await()
                    .until(() ->
                            !Stores.shared().database().query(WAITING, row -> 1).isEmpty());
        });

        taking[0].join();
    }
}
