package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoppableExecutorTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService shared = Executors.newFixedThreadPool(2);
    private final StoppableExecutor executor = new StoppableExecutor(shared);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void stop() {
        mayEnd.countDown();
        shared.shutdownNow();
    }

    @Test
    void tasks_run_on_the_shared_executor() {
        assertThat(executor.submit(() -> Thread.currentThread().getName()))
                .succeedsWithin(PATIENCE)
                .asString()
                .contains("pool-");
    }

    @Test
    void shutting_it_down_refuses_new_tasks_and_leaves_the_shared_one_alone() {
        executor.shutdown();
        executor.shutdown();

        assertThat(executor.isShutdown()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.execute(() -> {}));
        assertThat(shared.isShutdown()).isFalse();
        assertThat(shared.submit(() -> 1)).succeedsWithin(PATIENCE).isEqualTo(1);
    }

    @Test
    void running_tasks_are_waited_for_and_not_interrupted() throws InterruptedException {
        var started = new CountDownLatch(1);
        Future<Boolean> running = executor.submit(() -> {
            started.countDown();
            return mayEnd.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        });
        assertThat(started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(executor.shutdownNow()).isEmpty();

        assertThat(executor.isTerminated()).isFalse();
        assertThat(executor.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
        mayEnd.countDown();
        assertThat(executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(executor.isTerminated()).isTrue();
        assertThat(running).succeedsWithin(PATIENCE).isEqualTo(true);
    }

    @Test
    void an_idle_one_ends_at_once() throws InterruptedException {
        assertThat(executor.submit(() -> 1)).succeedsWithin(PATIENCE).isEqualTo(1);
        assertThat(executor.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();

        executor.shutdown();

        assertThat(executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void tasks_that_fail_have_ended_too() throws InterruptedException {
        executor.execute(() -> {
            throw new IllegalStateException("meant to fail");
        });
        executor.shutdown();

        assertThat(executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void a_full_shared_executor_refuses_and_is_not_waited_for() throws InterruptedException {
        shared.shutdown();

        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> executor.execute(() -> {}));

        executor.shutdown();
        assertThat(executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void every_task_of_many_is_waited_for() throws InterruptedException {
        var tasks = IntStream.range(0, 1_000)
                .mapToObj(i -> executor.submit(() -> i))
                .toList();
        executor.shutdown();

        assertThat(executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(tasks).allMatch(Future::isDone);
    }
}
