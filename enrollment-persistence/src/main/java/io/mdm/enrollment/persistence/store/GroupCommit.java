package io.mdm.enrollment.persistence.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: what several threads write at the same time is written by one of them, in one transaction, while the
 * others wait. Whoever comes while it is being written belongs to the next group. Where a group fails, each of it
 * writes its own, so that nobody fails or waits for long because of another.
 *
 * @param <W> what is written
 * @param <R> result of each
 */
final class GroupCommit<W, R> {
    private final Function<List<W>, List<R>> writer;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean writing;

    /** @param writer writes several in one transaction, and returns their results in the same order */
    GroupCommit(Function<List<W>, List<R>> writer) {
        this.writer = writer;
    }

    private final class Waiting {
        private final W written;
        private @Nullable R result;
        private boolean isLeft;

        Waiting(W written) {
            this.written = written;
        }

        boolean isSettled() {
            return result != null || isLeft;
        }

        R get() {
            return result != null ? result : writer.apply(List.of(written)).get(0);
        }
    }

    /**
     * Returns when it is durable.
     *
     * @throws RuntimeException what the writer threw for this change alone
     */
    R write(W change) {
        var mine = new Waiting(change);
        var group = awaitTurn(mine);
        if (!group.isEmpty()) {
            try {
                write(group);
            } finally {
                end();
            }
        }
        return mine.get();
    }

    /** How many wait for the next group. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Those that this thread has to write; none if another thread has written its own. */
    private synchronized List<Waiting> awaitTurn(Waiting mine) {
        waiting.add(mine);
        boolean interrupted = false;
        while (writing && !mine.isSettled()) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                interrupted = true; // it is being written, and the database answers in seconds
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (mine.isSettled()) {
            return List.of();
        }
        writing = true;
        var group = List.copyOf(waiting);
        waiting.clear();
        return group;
    }

    private void write(List<Waiting> group) {
        try {
            var results = writer.apply(group.stream().map(each -> each.written).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = results.get(i);
            }
        } catch (RuntimeException failed) {
            if (group.size() == 1) {
                throw failed;
            }
        } finally {
            group.forEach(each -> each.isLeft = each.result == null);
        }
    }

    private synchronized void end() {
        writing = false;
        notifyAll();
    }
}
