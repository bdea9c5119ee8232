package io.mdm.enrollment.conformance;

import java.io.IOException;
import java.util.List;

/** Runs cases against one server. */
final class Kit {
    private final FailureTable failures;
    private final Target target;
    private final Wire wire;

    Kit(FailureTable failures, Target target) {
        this.failures = failures;
        this.target = target;
        this.wire = new Wire(target.base());
    }

    Outcome run(ConformanceCase conformanceCase) {
        var needs = Given.neededBy(conformanceCase).stream()
                .filter(given -> given.usually().isEmpty() && !target.given().containsKey(given))
                .toList();
        if (!needs.isEmpty()) {
            return new Outcome.NotRun(needs);
        }
        var values = new Values(target, conformanceCase.row());
        var log = new CaseLog();
        for (Step step : conformanceCase.steps()) {
            if (!passes(step, conformanceCase.answerTo(step), values, log)) {
                return new Outcome.Failed(log.told());
            }
        }
        return new Outcome.Passed();
    }

    private boolean passes(Step step, String answer, Values values, CaseLog log) {
        try {
            var expectation = Expectation.of(answer, failures, values);
            var request = Request.of(step, values);
            log.sent(request);
            var reply = wire.send(request);
            log.answered(reply);
            List<String> wrong = expectation.violations(request, reply);
            log.judged(wrong);
            return wrong.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            log.judged(List.of("there should be an answer: " + e));
            return false;
        }
    }
}
