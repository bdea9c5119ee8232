package io.mdm.enrollment.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What several rounds measured of a target.
 *
 * @param absolute medians of figure and baseline; empty if there is no baseline
 */
record Result(Target target, Spread seen, String absolute) {

    static Result of(Target target, List<Figures> rounds) {
        var figure = spread(rounds, round -> round.of(target.figure()));
        if (target.baseline().equals(Target.NONE)) {
            return new Result(target, figure, "");
        }
        var baseline = spread(rounds, round -> round.of(target.baseline()));
        var ratio = spread(rounds, round -> round.of(target.figure()) / round.of(target.baseline()));
        return new Result(
                target,
                ratio,
                "%s / %s %s"
                        .formatted(Spread.digits(figure.median()), Spread.digits(baseline.median()), target.unit()));
    }

    boolean isReached() {
        return target.goal().isReachedBy(seen.median());
    }

    private static Spread spread(List<Figures> rounds, ToDoubleFunction<Figures> value) {
        return Spread.of(rounds.stream().map(value::applyAsDouble).toList());
    }
}
