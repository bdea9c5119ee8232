package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.ErrorContext;
import io.mdm.enrollment.web.body.ErrorType;
import io.mdm.enrollment.web.body.RequestErrors;
import io.mdm.enrollment.web.body.ValueReader;
import io.mdm.enrollment.web.body.ValueRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Reminders as given: seconds before the end of the tokens. Whether they come too soon after the invitation shows only
 * when the whole body has been read, because the duration may stand behind them.
 */
record RequestedReminders(List<Long> seconds) {
    static final String NAME = "reminders";

    private static final long MARGIN = IssueTokens.REMINDER_MARGIN.toSeconds();

    private static final ValueRule<List<Long>> SECONDS = ValueRule.listOf(
            IssueTokens.MAX_REMINDERS,
            value -> value.seconds(MARGIN, Math.max(MARGIN, value.limits().durationMax() - MARGIN)));

    static RequestedReminders read(ValueReader value) {
        return new RequestedReminders(Objects.requireNonNull(SECONDS.read(value)));
    }

    /**
     * @throws RequestRefused if one comes less than {@link IssueTokens#REMINDER_MARGIN} after the invitation, or is
     *     given twice
     */
    List<Duration> within(Duration duration) {
        long max = duration.toSeconds() - MARGIN;
        var errors = new RequestErrors();
        for (int index = 0; index < seconds.size(); index++) {
            if (seconds.get(index) > max) {
                errors.add(List.of(NAME, index), ErrorType.NUMBER_MAX, message(max), ErrorContext.limit(max));
            } else if (seconds.indexOf(seconds.get(index)) < index) {
                errors.add(List.of(NAME, index), ErrorType.ARRAY_UNIQUE, "must not be given twice");
            }
        }
        errors.refuseIfAny();
        return seconds.stream().map(Duration::ofSeconds).toList();
    }

    private static String message(long max) {
        return max < MARGIN
                ? "needs a duration of at least " + 2 * MARGIN + " seconds"
                : "must be at most " + max + ", which is " + MARGIN + " seconds less than the duration";
    }
}
