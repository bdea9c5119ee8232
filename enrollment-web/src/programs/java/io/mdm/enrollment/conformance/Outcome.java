package io.mdm.enrollment.conformance;

import java.util.List;

/** What came of a case. */
sealed interface Outcome {
    record Passed() implements Outcome {}

    /** @param log what was sent and answered, and what is wrong with that */
    record Failed(String log) implements Outcome {}

    /** The server answered instead of the module. */
    record OfServer() implements Outcome {}

    record NotRun(List<Given> needs) implements Outcome {}
}
