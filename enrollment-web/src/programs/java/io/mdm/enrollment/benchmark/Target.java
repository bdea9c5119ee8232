package io.mdm.enrollment.benchmark;

/**
 * A target of speed.
 *
 * @param id T1 to T14; several targets may share one
 * @param what is measured
 * @param figure name of what a round measures
 * @param baseline name of what it is divided by in the same round; empty if the figure itself is compared with the goal
 * @param unit of figure and baseline
 */
record Target(String id, String what, Goal goal, String figure, String baseline, String unit) {
    static final String NONE = "";

    /** The number in the id, by which tables are sorted. */
    static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }
}
