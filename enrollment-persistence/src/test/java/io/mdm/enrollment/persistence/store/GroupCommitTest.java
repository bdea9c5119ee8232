package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final GroupCommit<Integer, String> commit = new GroupCommit<>(this::written);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** The first group takes until the test lets it go; one with a negative number fails. */
    private List<String> written(List<Integer> group) {
        groups.add(group);
        if (groups.size() == 1) {
            await(first);
        }
        if (group.stream().anyMatch(number -> number < 0)) {
            throw new IllegalStateException("refused");
        }
        return group.stream().map(number -> "row " + number).toList();
    }

    @Test
    void what_comes_while_one_is_written_is_written_together_after_it() {
        var leader = write(0);
        awaitGroups(1);
        var others = IntStream.rangeClosed(1, 5).mapToObj(this::write).toList();
        awaitWaiting(5);
        assertThat(groups).containsExactly(List.of(0));

        first.countDown();

        assertThat(leader.join()).isEqualTo("row 0");
        assertThat(others.stream().map(CompletableFuture::join))
                .containsExactly("row 1", "row 2", "row 3", "row 4", "row 5");
        assertThat(groups).hasSize(2);
        assertThat(groups.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void each_of_a_failed_group_writes_its_own() {
        var leader = write(0);
        awaitGroups(1);
        var refused = write(-1);
        var other = write(2);
        awaitWaiting(2);

        first.countDown();

        assertThat(leader.join()).isEqualTo("row 0");
        assertThat(other.join()).isEqualTo("row 2");
        assertThatThrownBy(refused::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("refused");
        assertThat(groups).hasSize(4).contains(List.of(-1), List.of(2));
        assertThat(write(3).join()).isEqualTo("row 3");
    }

    @Test
    void a_change_that_fails_alone_is_not_repeated() {
        first.countDown();

        assertThatThrownBy(write(-1)::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("refused");
        assertThat(groups).containsExactly(List.of(-1));
    }

    private CompletableFuture<String> write(int number) {
        return CompletableFuture.supplyAsync(() -> commit.write(number), threads);
    }

    private void awaitGroups(int count) {
        Awaitility.await().until(groups::size, size -> size == count);
    }

    private void awaitWaiting(int count) {
        Awaitility.await().until(commit::waiting, waiting -> waiting == count);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
