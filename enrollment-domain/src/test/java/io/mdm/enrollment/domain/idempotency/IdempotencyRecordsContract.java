package io.mdm.enrollment.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecords.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of answered requests does. */
public abstract class IdempotencyRecordsContract {
    private static final Instant NOW = Examples.NOW;

    private final Scope scope = new Scope(Examples.id(), "admin@acme.example", "key 1");
    private final String hash = "0a".repeat(32);
    private final Counts counts = new Counts(Examples.id(), 3, 2);

    /** Receipt as most are. */
    public record Counts(@Nullable String batchId, int total, long success) {}

    /** Receipt with everything that may be stored. */
    public record Everything(
            boolean flag,
            int number,
            long large,
            @Nullable Long none,
            String text,
            Duration duration,
            Instant instant,
            MailState constant,
            Language language,
            Counts inner,
            List<Counts> list) {}

    protected abstract IdempotencyRecords records();

    @Test
    public void gives_back_what_was_stored() {
        records().put(scope, hash, counts, NOW);

        assertThat(receipt(scope, NOW)).contains(counts);
        assertThat(records().find(scope, Counts.class, NOW).orElseThrow().requestHash())
                .isEqualTo(hash);
    }

    @Test
    public void gives_back_a_receipt_of_any_shape() {
        var everything = new Everything(
                true,
                1,
                1L << 40,
                null,
                "\"text\"\n",
                Duration.ofDays(1),
                NOW.plusNanos(1_000),
                MailState.NOT_REQUESTED,
                Language.ES,
                new Counts(null, 0, 0),
                List.of(counts));
        records().put(scope, hash, everything, NOW);

        assertThat(records().find(scope, Everything.class, NOW).orElseThrow().receipt())
                .extracting(Supplier::get)
                .isEqualTo(everything);
    }

    @Test
    public void a_record_of_another_shape_can_be_found_and_told_apart() {
        records().put(scope, hash, counts, NOW);

        assertThat(records().find(scope, Everything.class, NOW).orElseThrow().requestHash())
                .isEqualTo(hash);
    }

    @Test
    public void does_not_find_what_is_too_old() {
        records().put(scope, hash, counts, NOW);

        assertThat(receipt(scope, NOW.plusMillis(1))).isEmpty();
    }

    @Test
    public void keeps_organizations_callers_and_keys_apart() {
        records().put(scope, hash, counts, NOW);

        assertThat(receipt(new Scope(Examples.id(), scope.caller(), scope.key()), NOW))
                .isEmpty();
        assertThat(receipt(new Scope(scope.organizationId(), "eve", scope.key()), NOW))
                .isEmpty();
        assertThat(receipt(new Scope(scope.organizationId(), scope.caller(), "key 2"), NOW))
                .isEmpty();
    }

    @Test
    public void replaces_an_older_record_of_the_same_key() {
        var newer = new Counts(Examples.id(), 1, 1);
        records().put(scope, hash, counts, NOW);
        records().put(scope, "0c".repeat(32), newer, NOW.plus(Duration.ofDays(2)));

        assertThat(receipt(scope, NOW.plus(Duration.ofDays(1)))).contains(newer);
        assertThat(records().find(scope, Counts.class, NOW).orElseThrow().requestHash())
                .isEqualTo("0c".repeat(32));
    }

    @Test
    public void may_be_claimed_when_nobody_else_has() {
        assertThat(records().claim(scope)).isTrue();
    }

    private Optional<Counts> receipt(Scope of, Instant notBefore) {
        return records()
                .find(of, Counts.class, notBefore)
                .map(record -> record.receipt().get());
    }
}
