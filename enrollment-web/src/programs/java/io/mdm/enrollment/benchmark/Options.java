package io.mdm.enrollment.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Options of a run, given as {@code -Dname=value}.
 *
 * @param only ids of the wanted targets; empty for all
 * @param rounds that count
 */
record Options(Set<String> only, int rounds) {

    static Options given() {
        var only = System.getProperty("only", "");
        return new Options(only.isEmpty() ? Set.of() : Set.of(only.split(",")), Integer.getInteger("rounds", 7));
    }

    boolean wants(String id) {
        return only.isEmpty() || only.contains(id);
    }

    /** This build and, if it is given with {@code -Dbefore=}, the WAR of another one. */
    List<Build> builds() {
        var builds = new ArrayList<Build>();
        var before = System.getProperty("before", "");
        if (!before.isEmpty()) {
            builds.add(new Build("before", Path.of(before), target().resolve("before")));
        }
        builds.add(new Build("now", war(), target().resolve("now")));
        return builds;
    }

    /** Where files of runs are written. */
    static Path target() {
        return war().resolveSibling("benchmark");
    }

    static Path docs() {
        return Path.of(System.getProperty("enrollment.docker")).resolveSibling("docs");
    }

    private static Path war() {
        return Path.of(System.getProperty("enrollment.war"));
    }
}
