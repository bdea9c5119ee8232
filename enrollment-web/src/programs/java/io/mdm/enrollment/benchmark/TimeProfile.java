package io.mdm.enrollment.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the threads that do one kind of work spend their time, from a recording of the server.
 *
 * <p>Waits are recorded one by one. The rest of the time, in which a thread computes or waits for a processor, is
 * divided as the samples of computing threads are.
 */
final class TimeProfile {
    /** Frames below all deliveries of mail. */
    static final Pattern DELIVERY = Pattern.compile(".*\\.LaneTask\\b.*");
    /** Frames below all requests. */
    static final Pattern REQUEST = Pattern.compile("org\\.apache\\.catalina\\.core\\.StandardWrapperValve\\..*");

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final List<String> WAITS = List.of(
            "jdk.SocketRead", "jdk.SocketWrite", "jdk.ThreadPark", "jdk.JavaMonitorEnter", "jdk.JavaMonitorWait");

    private final Pattern work;
    private final Map<Cause, Double> waits = new EnumMap<>(Cause.class);
    private final Map<Cause, Double> samples = new EnumMap<>(Cause.class);
    private final Map<Long, Span> spans = new HashMap<>();
    private final List<RecordedEvent> idle = new ArrayList<>();

    private TimeProfile(Pattern work) {
        this.work = work;
    }

    /** @param work frames that all stacks of the work have */
    static TimeProfile of(Path recording, Pattern work) throws IOException {
        var profile = new TimeProfile(work);
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                profile.add(events.readEvent());
            }
        }
        return profile;
    }

    private record Span(Instant first, Instant last) {
        Span with(RecordedEvent event) {
            return new Span(
                    first.isBefore(event.getStartTime()) ? first : event.getStartTime(),
                    last.isAfter(event.getEndTime()) ? last : event.getEndTime());
        }

        boolean contains(RecordedEvent event) {
            return event.getStartTime().isAfter(first) && event.getEndTime().isBefore(last);
        }
    }

    private void add(RecordedEvent event) {
        var name = event.getEventType().getName();
        boolean sample = name.equals(SAMPLE);
        if (event.getStackTrace() == null || !(sample || WAITS.contains(name))) {
            return;
        }
        var frames = frames(event.getStackTrace());
        if (frames.stream().noneMatch(frame -> work.matcher(frame).matches())) {
            if (!sample) {
                idle.add(event);
            }
            return;
        }
        var cause = Cause.of(frames);
        if (sample) {
            samples.merge(cause, 1.0, Double::sum);
        } else {
            waits.merge(cause, milliseconds(event.getDuration()), Double::sum);
            spans.merge(
                    event.getThread().getId(),
                    new Span(event.getStartTime(), event.getEndTime()),
                    (old, one) -> old.with(event));
        }
    }

    /** Milliseconds of all threads together. */
    double total() {
        double busy = spans.values().stream()
                .mapToDouble(span -> milliseconds(Duration.between(span.first(), span.last())))
                .sum();
        double pauses = idle.stream()
                .filter(event -> {
                    var span = spans.get(event.getThread().getId());
                    return span != null && span.contains(event);
                })
                .mapToDouble(event -> milliseconds(event.getDuration()))
                .sum();
        return busy - pauses;
    }

    double waiting(Cause cause) {
        return waits.getOrDefault(cause, 0.0);
    }

    double computing(Cause cause) {
        double all = sum(samples);
        return all == 0 ? 0 : (total() - sum(waits)) * samples.getOrDefault(cause, 0.0) / all;
    }

    /** Share of the time, between 0 and 1. */
    double share(Cause cause) {
        return (waiting(cause) + computing(cause)) / total();
    }

    private static double sum(Map<Cause, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double milliseconds(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static List<String> frames(RecordedStackTrace stack) {
        return stack.getFrames().stream()
                .map(frame -> frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName())
                .toList();
    }
}
