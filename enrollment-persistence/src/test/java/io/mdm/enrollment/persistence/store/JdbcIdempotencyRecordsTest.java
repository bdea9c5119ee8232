package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecords;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecords.Scope;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecordsContract;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JdbcIdempotencyRecordsTest extends IdempotencyRecordsContract {

    @Test
    void a_claim_holds_until_the_transaction_ends_wherever_it_runs() {
        var scope = new Scope(Examples.id(), "admin@acme.example", "key");

        Stores.shared().transactionally(() -> {
            assertThat(records().claim(scope)).isTrue();
            assertThat(claimedByAnother(scope)).isFalse();
        });

        assertThat(claimedByAnother(scope)).isTrue();
    }

    private boolean claimedByAnother(Scope scope) {
        return CompletableFuture.supplyAsync(() -> records().claim(scope)).join();
    }

    @Override
    protected IdempotencyRecords records() {
        return Stores.shared().idempotencyRecords();
    }
}
