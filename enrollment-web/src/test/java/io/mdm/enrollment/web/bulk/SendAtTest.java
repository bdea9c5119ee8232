package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.bulk.Reading.accepted;
import static io.mdm.enrollment.web.bulk.Reading.bodyWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Times with their offset mean one instant each, on days on which clocks are changed as well. */
class SendAtTest {
    @Test
    void spring_skips_an_hour() {
        assertThat(Duration.between(at("2027-03-28T01:59:59+01:00"), at("2027-03-28T03:00:00+02:00")))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void autumn_repeats_an_hour() {
        assertThat(Duration.between(at("2026-10-25T02:30:00+02:00"), at("2026-10-25T02:30:00+01:00")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void an_hour_that_a_country_skips_exists_with_an_offset() {
        assertThat(at("2027-03-28T02:30:00+01:00")).isEqualTo("2027-03-28T01:30:00Z");
    }

    private static Instant at(String time) {
        return accepted(bodyWith("sendAt", '"' + time + '"')).sendAt().orElseThrow();
    }
}
