package io.mdm.enrollment.web.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkOutcomeTest {

    @ParameterizedTest
    @CsvSource({"200, CREATED", "400, REFUSED", "401, REFUSED", "422, REFUSED", "500, FAILED", "503, UNAVAILABLE"})
    void is_told_by_the_status(int status, BulkOutcome outcome) {
        assertThat(BulkOutcome.of(status)).isEqualTo(outcome);
    }
}
