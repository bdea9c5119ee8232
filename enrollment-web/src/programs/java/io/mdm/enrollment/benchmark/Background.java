package io.mdm.enrollment.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work beside what is measured. */
final class Background {
    private Background() {}

    /** Runs it on a thread of its own. */
    static CompletableFuture<Void> run(Stopwatch.Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                command -> {
                    var thread = new Thread(command, "benchmark");
                    thread.setDaemon(true);
                    thread.start();
                });
    }
}
