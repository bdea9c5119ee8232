package io.mdm.enrollment.domain.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.issuance.IdempotencyRecords.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of answered requests does. */
public abstract class IdempotencyRecordsContract {
    private static final Instant NOW = Examples.NOW;

    private final Scope scope = new Scope(Examples.id(), "admin@acme.example", "key 1");
    private final IdempotencyRecord record = new IdempotencyRecord("0a".repeat(32), Optional.of(Examples.id()), 3, 2);

    protected abstract IdempotencyRecords records();

    @Test
    public void gives_back_what_was_stored() {
        records().put(scope, record, NOW);

        assertThat(records().find(scope, NOW)).contains(record);
    }

    @Test
    public void remembers_a_request_that_created_nothing() {
        var nothing = new IdempotencyRecord("0b".repeat(32), Optional.empty(), 0, 0);
        records().put(scope, nothing, NOW);

        assertThat(records().find(scope, NOW)).contains(nothing);
    }

    @Test
    public void does_not_find_what_is_too_old() {
        records().put(scope, record, NOW);

        assertThat(records().find(scope, NOW.plusMillis(1))).isEmpty();
    }

    @Test
    public void keeps_organizations_callers_and_keys_apart() {
        records().put(scope, record, NOW);

        assertThat(records().find(new Scope(Examples.id(), scope.caller(), scope.key()), NOW))
                .isEmpty();
        assertThat(records().find(new Scope(scope.organizationId(), "eve", scope.key()), NOW))
                .isEmpty();
        assertThat(records().find(new Scope(scope.organizationId(), scope.caller(), "key 2"), NOW))
                .isEmpty();
    }

    @Test
    public void replaces_an_older_record_of_the_same_key() {
        var newer = new IdempotencyRecord("0c".repeat(32), Optional.of(Examples.id()), 1, 1);
        records().put(scope, record, NOW);
        records().put(scope, newer, NOW.plus(Duration.ofDays(2)));

        assertThat(records().find(scope, NOW.plus(Duration.ofDays(1)))).contains(newer);
    }

    @Test
    public void may_be_claimed_when_nobody_else_has() {
        assertThat(records().claim(scope)).isTrue();
    }
}
