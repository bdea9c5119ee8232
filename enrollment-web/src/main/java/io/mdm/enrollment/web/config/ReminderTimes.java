package io.mdm.enrollment.web.config;

import io.mdm.enrollment.api.IssueTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times of reminders before the end of a token, as configured. */
final class ReminderTimes {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private ReminderTimes() {}

    /** @param longest time before the end */
    static Optional<List<Duration>> parsed(String value, Duration longest) {
        var times = new ArrayList<Duration>();
        for (var entry : value.split(",", -1)) {
            var seconds = entry.strip();
            if (!SECONDS.matcher(seconds).matches()) {
                return Optional.empty();
            }
            times.add(Duration.ofSeconds(Long.parseLong(seconds)));
        }
        return Optional.of(List.copyOf(times)).filter(all -> areFit(all, longest));
    }

    private static boolean areFit(List<Duration> times, Duration longest) {
        return times.size() <= IssueTokens.MAX_REMINDERS
                && times.stream().distinct().count() == times.size()
                && times.stream()
                        .allMatch(time ->
                                time.compareTo(IssueTokens.REMINDER_MARGIN) >= 0 && time.compareTo(longest) <= 0);
    }
}
