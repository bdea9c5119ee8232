package io.mdm.enrollment.web.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

    @ParameterizedTest
    @CsvSource({
        "P30D, 30, DAYS",
        "P6DT11H59M, 6, DAYS",
        "P6DT12H, 7, DAYS",
        "PT36H, 2, DAYS",
        "PT35H59M, 36, HOURS",
        "PT23H59M58S, 24, HOURS",
        "PT90M, 2, HOURS",
        "PT89M59S, 90, MINUTES",
        "PT59M58S, 60, MINUTES",
        "PT14M55S, 15, MINUTES",
        "PT7M, 5, MINUTES",
        "PT1S, 5, MINUTES",
        "PT-1S, 5, MINUTES"
    })
    void is_rounded_to_days_hours_or_five_minutes(Duration left, long amount, ChronoUnit unit) {
        assertThat(TimeLeft.of(left)).isEqualTo(new TimeLeft(amount, unit));
    }
}
