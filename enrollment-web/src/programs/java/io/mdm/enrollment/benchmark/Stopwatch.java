package io.mdm.enrollment.benchmark;

/** Times of single pieces of work. */
final class Stopwatch {
    private Stopwatch() {}

    /** Something that takes time. */
    interface Work {
        void run() throws Exception;
    }

    /** Milliseconds that it takes. */
    static double milliseconds(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
