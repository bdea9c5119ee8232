package io.mdm.enrollment.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.web.config.RequestLimits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Any bytes are a request or a refusal; see docs/testing.md. */
class BulkSchemaFuzzTest {
    private static final RequestLimits LIMITS = new RequestLimits(20, 2_000, 100, 60, 2_592_000, 1);
    private static final Reading READING = Reading.under(LIMITS);

    @FuzzTest(maxDuration = "3m")
    void reads_any_bytes(byte[] body) {
        try {
            assertWithinLimits(READING.read(body));
        } catch (RequestRefused refusal) {
            assertReportable(refusal);
        } catch (RequestException refusal) {
            assertThat(refusal.problem()).isIn(HttpProblem.BODY_TOO_LARGE, HttpProblem.TOO_MANY_RECIPIENTS);
        }
    }

    private static void assertWithinLimits(BulkRequest request) {
        assertThat(request.addresses())
                .hasSizeLessThanOrEqualTo(LIMITS.recipients())
                .allSatisfy(BulkSchemaFuzzTest::assertSound);
        EnrollmentSettings settings = request.settings();
        assertThat(settings.duration().toSeconds()).isBetween(LIMITS.durationMin(), LIMITS.durationMax());
        assertThat(settings.winPolicyAssignments())
                .allSatisfy(assignment -> assertThat(assignment.priority()).isBetween(0, 10_000));
        assertText(settings.displayName(), 128);
        assertText(settings.emailText(), LIMITS.emailText());
        settings.tags().forEach(tag -> assertText(tag, 128));
    }

    private static void assertText(@Nullable String text, int limit) {
        if (text != null) {
            assertThat(text).hasSizeLessThanOrEqualTo(limit);
            assertSound(text);
        }
    }

    /** As a database stores it and gives it back. */
    private static void assertSound(String text) {
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text)
                .doesNotContain("\u0000");
    }

    private static void assertReportable(RequestRefused refusal) {
        assertThat(refusal.errors()).isNotEmpty().hasSizeLessThanOrEqualTo(RequestRefused.MAX_ERRORS);
        assertThat(refusal.errors()).allSatisfy(error -> {
            assertThat(error.path()).hasSizeLessThanOrEqualTo(16);
            assertThat(error.message()).isNotEmpty().hasSizeLessThan(400);
            assertSound(error.message());
        });
    }
}
