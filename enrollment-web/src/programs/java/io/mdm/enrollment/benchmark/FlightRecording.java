package io.mdm.enrollment.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A recording of a running server by JDK Flight Recorder: where its threads compute, and what they wait for. */
final class FlightRecording {
    private static final String NAME = "benchmark";
    /** Every wait counts, however short. */
    private static final List<String> SETTINGS = List.of(
            "jdk.SocketRead#threshold=0ms",
            "jdk.SocketWrite#threshold=0ms",
            "jdk.ThreadPark#threshold=0ms",
            "jdk.JavaMonitorEnter#threshold=0ms",
            "jdk.JavaMonitorWait#threshold=0ms",
            "jdk.ExecutionSample#period=10ms");

    private FlightRecording() {}

    /** Records the server during some work, and returns the file. */
    static Path during(Installation installation, Stopwatch.Work work) throws Exception {
        var file = Files.createTempFile(Options.target(), "recording", ".jfr");
        var start = new ArrayList<>(List.of("JFR.start", "name=" + NAME, "settings=default"));
        start.addAll(SETTINGS);
        installation.diagnose("JFR.configure", "stackdepth=256");
        installation.diagnose(start.toArray(String[]::new));
        work.run();
        installation.diagnose("JFR.stop", "name=" + NAME, "filename=" + file);
        return file;
    }
}
