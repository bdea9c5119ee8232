package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.chaos.RunLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds in which builds take turns, each the first of every other round, so that whatever else the machine does meets
 * all of them.
 */
record Interleaved(int warmUp, int rounds, RunLog log) {

    /** The figures of all rounds by build. */
    Map<String, List<Figures>> measure(Map<String, Subject> subjects) throws Exception {
        var figures = new LinkedHashMap<String, List<Figures>>();
        var order = new ArrayList<>(subjects.entrySet());
        for (int round = -warmUp; round < rounds; round++) {
            for (var subject : order) {
                var seen = subject.getValue().round();
                log.tell("%s, round %d: %s", subject.getKey(), round, seen);
                if (round >= 0) {
                    figures.computeIfAbsent(subject.getKey(), build -> new ArrayList<>())
                            .add(seen);
                }
            }
            order.add(order.remove(0));
        }
        return figures;
    }
}
