package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.delivery.PromisedMailing;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecords.Scope;
import io.mdm.enrollment.domain.issuance.StoredBatchReceipt;
import io.mdm.enrollment.domain.retention.RetentionJob;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Retention with a moved clock. What lies around in the database from other tests is swept as well. */
class JdbcExpiredRowsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Retention WITHOUT_AUDIT =
            new Retention(Examples.retention().addresses(), Examples.retention().rows(), Optional.empty(), HOUR);

    private final Stores stores = Stores.shared();
    private final Organization organization = Examples.organization();
    private final StoppedClock clock = new StoppedClock(Examples.NOW);
    private final EnrollmentBatch batch = Examples.batch(organization, Examples.fullSettings(), 5);
    private final List<EnrollmentToken> tokens = Examples.tokens(batch, List.of(0, 1, 2, 3));

    @BeforeEach
    void add() {
        stores.transactionally(() -> {
            batch.conclude(tokens.size());
            stores.batches().add(batch, List.of(new Rejection(4, "nobody", RecipientOutcome.INVALID)));
            stores.tokens().addAll(tokens);
            stores.invitations().addAll(batch, List.of(0, 1, 2, 3));
            stores.mailings().add(batch, PromisedMailing.resend(1, Optional.of("Dear Ana"), Examples.NOW), 2);
            stores.reminders().addAll(batch, List.of(HOUR));
        });
    }

    @Test
    void people_are_erased_30_days_after_their_token_ended_however_it_did() {
        var redeemed = tokens.get(0);
        var revoked = tokens.get(1);
        change(redeemed, token -> token.redeem(DeviceId.of(Examples.id()), Examples.NOW.plus(HOUR)));
        change(revoked, token -> token.revoke(Examples.NOW.plus(HOUR)));

        sweepAfter(Duration.ofDays(30));
        assertThat(texts("email")).doesNotContainNull();
        assertThat(texts("address_hash")).doesNotContainNull();

        sweepAfter(Duration.ofDays(30).plus(HOUR).plusSeconds(1));
        assertThat(texts("email")).containsExactly(null, null, "person2@acme.example", "person3@acme.example");
        assertThat(texts("address_hash").subList(0, 2)).containsOnlyNulls();
        assertThat(texts("mdm_user_id").subList(0, 2)).containsOnlyNulls();

        sweepAfter(LIFE.plusDays(30).plusSeconds(1));
        assertThat(texts("email")).containsOnlyNulls();
    }

    @Test
    void a_token_revoked_long_after_it_expired_ended_when_it_expired() {
        change(tokens.get(3), token -> token.revoke(Examples.NOW.plus(LIFE).plus(Duration.ofDays(29))));

        sweepAfter(LIFE.plusDays(30).plusSeconds(1));
        assertThat(texts("email")).containsOnlyNulls();
    }

    @Test
    void what_no_longer_counts_towards_a_limit_is_removed() {
        stores.networkGuesses().take(Examples.id(), 1, HOUR);
        stores.database().update("insert into enrollment.network_guess (network_hash, restored_at) values (0, now())");
        stores.hourlyRecipients().add(organization.id(), 1);
        stores.database().update("""
                insert into enrollment.hourly_recipients (organization_id, minute, recipients)
                values (?, now() - interval '61 minutes', 1)
                """, organization.id());

        sweepAfter(Duration.ZERO);

        assertThat(numbers("select count(*) from enrollment.network_guess where restored_at <= now()"))
                .containsExactly(0);
        assertThat(numbers("select count(*) from enrollment.network_guess")).doesNotContain(0);
        assertThat(
                        numbers(
                                "select count(*) from enrollment.hourly_recipients where minute <= now() - interval '61 minutes'"))
                .containsExactly(0);
        assertThat(stores.hourlyRecipients().counts(organization.id())).hasSize(1);
    }

    @Test
    void a_count_that_lapses_during_a_step_makes_no_further_one() {
        sweepAfter(Duration.ZERO);
        stores.database().update("insert into enrollment.network_guess (network_hash, restored_at) values (1, now())");

        assertThat(retentionJob(WITHOUT_AUDIT).step()).isFalse();

        assertThat(numbers("select count(*) from enrollment.network_guess where network_hash = 1"))
                .containsExactly(0);
    }

    private List<Integer> numbers(String query) {
        return stores.database().query(query, row -> row.getInt(1));
    }

    @Test
    void names_of_its_own_go_with_the_token() {
        change(tokens.get(2), token -> token.change(Examples.fullSettings(), Examples.NOW));
        change(tokens.get(2), token -> token.revoke(Examples.NOW));

        sweepAfter(Duration.ofDays(31));
        assertThat(token(2).ownSettings()).contains(Examples.fullSettings().impersonal());
    }

    @Test
    void rejected_addresses_and_shared_names_go_30_days_after_the_last_token_has_expired() {
        sweepAfter(LIFE.plusDays(30).minusSeconds(1));
        assertThat(rejected()).containsExactly("nobody");
        assertThat(found().orElseThrow().settings()).isEqualTo(Examples.fullSettings());
        assertThat(notes()).containsExactly("Dear Ana");

        sweepAfter(LIFE.plusDays(30).plusSeconds(1));
        assertThat(rejected()).containsOnlyNulls();
        assertThat(notes()).containsOnlyNulls();
        assertThat(found().orElseThrow().settings())
                .isEqualTo(Examples.fullSettings().impersonal());
    }

    @Test
    void rows_go_180_days_after_the_last_token_has_expired() {
        sweepAfter(LIFE.plusDays(180).minusSeconds(1));
        assertThat(texts("id")).hasSize(4);
        assertThat(found()).isPresent();

        sweepAfter(LIFE.plusDays(180).plusSeconds(1));
        assertThat(texts("id")).isEmpty();
        assertThat(rejected()).isEmpty();
        assertThat(found()).isEmpty();
        assertThat(List.of("invitation", "mailing", "reminder"))
                .allSatisfy(table -> assertThat(
                                numbers("select 1 from enrollment." + table + " where batch_id = '" + batch.id() + "'"))
                        .isEmpty());
    }

    @Test
    void more_than_a_step_is_done_in_steps() {
        var large = Examples.batch(organization, Examples.silentSettings(), 2_500);
        large.conclude(2_500);
        stores.transactionally(() -> {
            stores.batches().add(large, List.of());
            stores.tokens().addAll(Examples.tokens(large, Examples.upTo(2_500)));
        });
        clock.pass(Duration.ofDays(400));
        var retentionJob = retentionJob(Examples.retention());

        int steps = 1;
        while (retentionJob.step()) {
            steps++;
        }
        assertThat(steps).isGreaterThan(4);
        assertThat(retentionJob.step()).isFalse();
    }

    @Test
    void what_is_kept_for_ever_stays() {
        var forEver = new Retention(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofDays(73_000));
        clock.pass(Duration.ofDays(36_500));

        assertThat(retentionJob(forEver).step()).isFalse();
        assertThat(texts("email")).doesNotContainNull();
    }

    @Test
    void what_somebody_else_is_changing_is_left_for_the_next_time() {
        stores.transactionally(() -> {
            stores.tokens()
                    .ofOrganizationForUpdate(organization.id(), tokens.get(0).id());
            inAnotherThread(() -> sweepAfter(LIFE.plusDays(180).plusSeconds(1)));
        });
        assertThat(texts("id")).containsExactly(tokens.get(0).id());
        assertThat(found()).isPresent();

        sweepAfter(Duration.ZERO);
        assertThat(texts("id")).isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void whom_a_relay_refused_is_forgotten_with_the_rows() {
        stores.suppressionList().add(organization.id(), 1L, new RelayReply(SmtpStep.RCPT, 550), Examples.NOW);
        stores.suppressionList()
                .add(organization.id(), 2L, new RelayReply(SmtpStep.RCPT, 550), Examples.NOW.plus(HOUR));

        sweepAfter(Duration.ofDays(180).plusSeconds(1));

        assertThat(stores.suppressionList().among(organization.id(), List.of(1L, 2L)))
                .containsOnlyKeys(2L);
    }

    @Test
    void receipts_are_removed_once_they_are_no_longer_replayed() {
        var receipt = new StoredBatchReceipt(batch.id(), 3, 2);
        var older = new Scope(organization.id(), "admin@acme.example", "key 1");
        var younger = new Scope(organization.id(), "admin@acme.example", "key 2");
        stores.idempotencyRecords().put(older, "0a".repeat(32), receipt, Examples.NOW);
        stores.idempotencyRecords().put(younger, "0a".repeat(32), receipt, Examples.NOW.plusSeconds(1));

        sweepAfter(HOUR.plusSeconds(1));

        assertThat(stores.idempotencyRecords().find(older, StoredBatchReceipt.class, Instant.EPOCH))
                .isEmpty();
        assertThat(stores.idempotencyRecords().find(younger, StoredBatchReceipt.class, Instant.EPOCH))
                .isPresent();
    }

    @Test
    void old_entries_of_the_audit_are_removed_and_younger_ones_stay() {
        clock.set(Instant.now());
        entry("731 days");
        entry("729 days");

        retentionJob(new Retention(Optional.empty(), Optional.empty(), Optional.of(Duration.ofDays(730)), HOUR))
                .step();
        assertThat(stores.database()
                        .query(
                                "select 1 from enrollment.enrollment_audit where organization_id = ?",
                                row -> 1,
                                organization.id()))
                .hasSize(1);
    }

    @Test
    void nobody_changes_or_empties_the_audit_and_its_first_90_days_nobody_deletes() {
        entry("89 days");

        refused("update enrollment.enrollment_audit set actor = 'somebody else' where organization_id = ?");
        refused("delete from enrollment.enrollment_audit where organization_id = ?");
        assertThatThrownBy(() -> stores.database().update("truncate enrollment.enrollment_audit"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    private void refused(String statement) {
        assertThatThrownBy(() -> stores.database().update(statement, organization.id()))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    /** So old by the clock of the database, which alone the database trusts. */
    private void entry(String age) {
        stores.database().update("""
                insert into enrollment.enrollment_audit (id, organization_id, at, actor, action, tokens)
                values (?, ?, now() - ?::interval, 'admin', 'ERASED', 0)
                """, Examples.id(), organization.id(), age);
    }

    @Test
    void nobody_is_erased_whose_expiry_has_not_been_announced() {
        var end = stores.expiredTokens().takenUntil().plus(LIFE);
        tokens.forEach(token -> change(token, each -> each.extend(end, Examples.NOW)));
        stores.transactionally(() -> stores.batches()
                .findForUpdate(organization.id(), batch.id())
                .orElseThrow()
                .extend(end));
        clock.set(end.plus(Duration.ofDays(31)));

        while (retentionJob(WITHOUT_AUDIT).step()) {
            // until nothing is left
        }
        assertThat(texts("email")).doesNotContainNull();

        sweepAfter(Duration.ZERO);
        assertThat(texts("email")).containsOnlyNulls();
    }

    private void sweepAfter(Duration time) {
        clock.set(time.isZero() ? clock.instant() : Examples.NOW.plus(time));
        var expiryJob = stores.expiryJob(clock);
        while (expiryJob.step()) {
            // until the end of every token was announced
        }
        var retentionJob = retentionJob(WITHOUT_AUDIT);
        while (retentionJob.step()) {
            // until nothing is left
        }
    }

    private RetentionJob retentionJob(Retention retention) {
        return new RetentionJob(stores.oldRows(), retention, clock);
    }

    private void change(EnrollmentToken token, Consumer<EnrollmentToken> change) {
        stores.transactionally(() -> change.accept(stores.tokens()
                .ofOrganizationForUpdate(organization.id(), token.id())
                .orElseThrow()));
    }

    private EnrollmentToken token(int index) {
        return stores.tokens()
                .ofOrganization(organization.id(), tokens.get(index).id())
                .orElseThrow();
    }

    private Optional<EnrollmentBatch> found() {
        return stores.batches().find(organization.id(), batch.id());
    }

    private List<String> texts(String column) {
        return stores.database()
                .query(
                        "select " + column
                                + " from enrollment.enrollment_token where batch_id = ? order by batch_index",
                        row -> row.getString(1),
                        batch.id());
    }

    private List<String> notes() {
        return stores.database()
                .query("select note from enrollment.mailing where batch_id = ?", row -> row.getString(1), batch.id());
    }

    private List<String> rejected() {
        return stores.database()
                .query(
                        "select email from enrollment.enrollment_rejection where batch_id = ?",
                        row -> row.getString(1),
                        batch.id());
    }

    private static void inAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
