package io.mdm.enrollment.persistence.delivery;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A share of the server's managed executor that can be shut down by itself: the managed one refuses to be (Jakarta
 * Concurrency 3.0, section 3.1.6), and the scheduler must know when its own executions have ended.
 */
final class StoppableExecutor extends AbstractExecutorService {
    private final Executor shared;

    /** One party for being open, and one for each task. */
    private final Phaser open = new Phaser(1);

    private volatile boolean shutdown;

    StoppableExecutor(Executor shared) {
        this.shared = shared;
    }

    @Override
    public void execute(Runnable task) {
        if (shutdown || open.register() < 0) {
            throw new RejectedExecutionException("shut down");
        }
        try {
            shared.execute(() -> run(task));
        } catch (RejectedExecutionException full) {
            open.arriveAndDeregister();
            throw full;
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            open.arriveAndDeregister();
        }
    }

    @Override
    public synchronized void shutdown() {
        if (!shutdown) {
            shutdown = true;
            open.arriveAndDeregister();
        }
    }

    /** Running tasks are not interrupted: a message under way is to be finished. */
    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return open.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        try {
            return open.awaitAdvanceInterruptibly(open.getPhase(), timeout, unit) < 0 || isTerminated();
        } catch (TimeoutException stillRunning) {
            return false;
        }
    }
}
