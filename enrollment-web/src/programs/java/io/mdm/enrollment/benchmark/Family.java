package io.mdm.enrollment.benchmark;

import java.util.List;
import java.util.Set;

/** Targets that are measured together. */
interface Family {

    List<Target> targets();

    /** Rounds that warm up the JVM, before those that count. */
    default int warmUp() {
        return 4;
    }

    /** @param chosen ids of the targets that are wanted */
    Subject start(Build build, Set<String> chosen) throws Exception;
}
