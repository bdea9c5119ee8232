package io.mdm.enrollment.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.support.BulkForm;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.config.RequestLimits;
import java.io.ByteArrayInputStream;

/** Any bytes are a form, or a file in one, or a refusal; see docs/testing.md. */
class BulkFormFuzzTest {
    private static final RequestLimits LIMITS = new RequestLimits(20, 4_000, 100, 60, 2_592_000, 1);
    private static final BulkRequestReader READER =
            new BulkRequestReader(new BodyReader(LIMITS, ignored -> {}), Reading.WITHOUT_KEY);

    @FuzzTest(maxDuration = "2m")
    void reads_any_bytes_as_a_form(byte[] form) {
        read(form);
    }

    @FuzzTest(maxDuration = "2m")
    void reads_any_bytes_as_a_file(byte[] file) {
        read(BulkForm.of(file, "text/csv"));
    }

    private static void read(byte[] form) {
        try {
            var request = READER.read(new ByteArrayInputStream(form), BulkForm.CONTENT_TYPE);
            assertThat(request.addresses()).hasSizeLessThanOrEqualTo(LIMITS.recipients());
            assertThat(request.particulars()).hasSameSizeAs(request.addresses());
        } catch (RequestRefused refusal) {
            assertThat(refusal.errors()).isNotEmpty().hasSizeLessThanOrEqualTo(RequestRefused.MAX_ERRORS);
        } catch (RequestException refusal) {
            assertThat(refusal.problem())
                    .isIn(
                            HttpProblem.BODY_TOO_LARGE,
                            HttpProblem.TOO_MANY_RECIPIENTS,
                            HttpProblem.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
