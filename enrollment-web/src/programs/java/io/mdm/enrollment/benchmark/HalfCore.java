package io.mdm.enrollment.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Control group of Linux that gives a process half of the time of one core; for root only. */
final class HalfCore {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup/cpu");
    private static final String MICROSECONDS_OF_EACH_TENTH = "50000";

    private HalfCore() {}

    /** @param number of the group, which remains when the process has ended */
    static void hold(long pid, int number) throws IOException {
        var group = Files.createDirectories(GROUPS.resolve("enrollment-benchmark-" + number));
        Files.writeString(group.resolve("cpu.cfs_quota_us"), MICROSECONDS_OF_EACH_TENTH);
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
    }
}
