package io.mdm.enrollment.conformance;

import java.io.IOException;
import java.util.List;

/** Runs cases against one server. */
final class Kit {
    private final FailureTable failures;
    private final Target target;
    private final ServerAnswers ofServer;
    private final Wire wire;

    /** @param ofServer answers that are not the module's */
    Kit(FailureTable failures, Target target, ServerAnswers ofServer) {
        this.failures = failures;
        this.target = target;
        this.ofServer = ofServer;
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
            var outcome = outcome(step, conformanceCase, values, log);
            if (!(outcome instanceof Outcome.Passed)) {
                return outcome;
            }
        }
        return new Outcome.Passed();
    }

    private Outcome outcome(Step step, ConformanceCase conformanceCase, Values values, CaseLog log) {
        try {
            var expectation = Expectation.of(conformanceCase.answerTo(step), failures, values);
            var request = Request.of(step, values);
            log.sent(request);
            var reply = wire.send(request);
            log.answered(reply);
            if (ofServer.contain(conformanceCase, reply)) {
                return new Outcome.OfServer();
            }
            List<String> wrong = expectation.violations(request, reply);
            log.judged(wrong);
            return wrong.isEmpty() ? new Outcome.Passed() : new Outcome.Failed(log.told());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            log.judged(List.of("there should be an answer: " + e));
            return new Outcome.Failed(log.told());
        }
    }
}
