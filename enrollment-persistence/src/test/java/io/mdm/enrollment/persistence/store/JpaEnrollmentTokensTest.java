package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.EnrollmentTokensContract;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.util.Throwables;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class JpaEnrollmentTokensTest extends EnrollmentTokensContract {
    /** The common pool has one thread where there are two cores, and these tests need two at once. */
    private static final Executor THREADS = task -> new Thread(task).start();

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stores stores = Stores.shared();

    @Override
    protected EnrollmentTokens tokens() {
        return stores.tokens();
    }

    @Override
    protected EnrollmentBatches batches() {
        return stores.batches();
    }

    @Override
    protected void transactionally(Runnable work) {
        stores.transactionally(work);
    }

    @Test
    void who_waits_too_long_for_a_count_is_told_so() {
        var organization = Examples.id();
        transactionally(() -> {
            tokens().countLiveInTurn(organization, NOW);
            var second = CompletableFuture.supplyAsync(() -> count(organization), THREADS);

            assertThat(second)
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            EnrollmentException.class,
                            busy -> assertThat(busy.problem()).isEqualTo(EnrollmentProblem.BUSY));
        });
        assertThat(count(organization)).isZero();
    }

    @Test
    void who_has_counted_may_wait_longer_for_other_locks() {
        transactionally(() -> {
            tokens().countLiveInTurn(Examples.id(), NOW);

            assertThat(stores.database().query("show lock_timeout", row -> row.getString(1)))
                    .containsExactly("0");
        });
    }

    @Test
    void who_counts_waits_until_the_one_before_has_committed() {
        var organization = Examples.organization();
        var counted = new CountDownLatch(1);
        var maySave = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(
                () -> transactionally(() -> {
                    tokens().countLiveInTurn(organization.id(), NOW);
                    counted.countDown();
                    await(maySave);
                    tokens().addAll(Examples.tokens(
                            Examples.batch(organization, Examples.settings(), 3), Examples.upTo(3)));
                }),
                THREADS);
        await(counted);
        var second = CompletableFuture.supplyAsync(() -> countUnlessBusy(organization.id()), THREADS);
        awaitBlockedCounts(1);

        assertThat(count(Examples.id()))
                .as("another organization does not wait")
                .isZero();
        assertThat(second).isNotDone();
        maySave.countDown();

        assertThat(first).succeedsWithin(PATIENCE);
        assertThat(second).succeedsWithin(PATIENCE).isEqualTo(3);
    }

    @Test
    void of_two_devices_at_once_one_wins() {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), 1);
        var token = Examples.tokens(batch, List.of(0)).get(0);
        transactionally(() -> tokens().addAll(List.of(token)));

        var winners = Stream.generate(Examples::id)
                .limit(6)
                .map(device -> CompletableFuture.supplyAsync(() -> redeem(token, DeviceId.of(device)), THREADS))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void wrong_codes_tried_at_once_are_all_counted() {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), 1);
        var token = Examples.token(batch, Examples.id() + "@acme.example");
        transactionally(() -> tokens().addAll(List.of(token)));

        Stream.generate(() -> CompletableFuture.runAsync(() -> countWrongCode(token), THREADS))
                .limit(9)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(stores.tokens().byId(token.id()))
                .get()
                .extracting(EnrollmentToken::codeTries)
                .isEqualTo(9);
    }

    @Test
    void either_all_tokens_are_added_or_none() {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), 1_500);
        var tokens = new ArrayList<>(Examples.tokens(batch, Examples.upTo(1_500)));
        tokens.add(Examples.token(batch, 1_499, Optional.empty()));

        assertThatExceptionOfType(SqlFailure.class)
                .isThrownBy(() -> transactionally(() -> tokens().addAll(tokens)))
                .withMessage("SQLState 23505");

        assertThat(count(batch.organizationId())).isZero();
    }

    @Test
    void a_single_token_that_cannot_be_added_leaves_its_address_out_of_the_failure() {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), 1);
        transactionally(() -> tokens().addAll(List.of(Examples.token(batch, 0, Optional.empty()))));

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() ->
                        transactionally(() -> tokens().addAll(List.of(Examples.token(batch, 0, Optional.empty())))))
                .extracting(Throwables::getStackTrace, as(InstanceOfAssertFactories.STRING))
                .contains("duplicate key value")
                .doesNotContain("acme.example");

        assertThat(count(batch.organizationId())).isEqualTo(1);
    }

    private boolean redeem(EnrollmentToken token, DeviceId device) {
        try {
            transactionally(
                    () -> tokens().byIdForUpdate(token.id()).orElseThrow().redeem(device, NOW));
            return true;
        } catch (TokenNotUsable used) {
            return false;
        }
    }

    private void countWrongCode(EnrollmentToken token) {
        transactionally(() -> tokens().ofAddressForUpdate(token.addressHash().orElseThrow(), Optional.empty())
                .forEach(each -> each.countWrongCode(NOW)));
    }

    private int count(String organizationId) {
        var count = new AtomicInteger();
        transactionally(() -> count.set(tokens().countLiveInTurn(organizationId, NOW)));
        return count.get();
    }

    /** On a slow machine the one before may take longer than is waited for. */
    private int countUnlessBusy(String organizationId) {
        while (true) {
            try {
                return count(organizationId);
            } catch (EnrollmentException busy) {
                assertThat(busy.problem()).isEqualTo(EnrollmentProblem.BUSY);
            }
        }
    }

    private void awaitBlockedCounts(int expected) {
        Awaitility.await("somebody who waits").atMost(PATIENCE).until(() -> blockedCounts() >= expected);
    }

    private int blockedCounts() {
        return stores.database()
                .query(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted",
                        row -> row.getInt(1))
                .get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
