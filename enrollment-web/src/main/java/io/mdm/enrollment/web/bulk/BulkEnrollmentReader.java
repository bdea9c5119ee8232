package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.http.BodyRefused;
import io.mdm.enrollment.api.http.BulkEnrollmentRequest;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the body of a bulk request. One reader serves all requests at once. */
@Dependent
public class BulkEnrollmentReader {
    private final RequestLimits limits;

    @Inject
    public BulkEnrollmentReader(RequestLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a request, all of it and nothing else; the stream stays open.
     *
     * @throws BodyRefused with everything that is wrong with the body, in document order
     * @throws EnrollmentException of {@link EnrollmentProblem#BODY_TOO_LARGE} as soon as the stream passes the limit, of
     *     {@link EnrollmentProblem#TOO_MANY_RECIPIENTS} if that is all that is wrong
     * @throws UncheckedIOException if the stream breaks
     */
    public BulkEnrollmentRequest read(InputStream body) {
        BodyErrors errors = new BodyErrors();
        BodyText text = new BodyText(body, limits.bodyBytes(), errors);
        if (text.isEmpty()) {
            throw errors.last(ErrorType.ANY_REQUIRED, "a body is required: " + RequestReader.FLAT_FORM);
        }
        return JsonText.read(text, errors, json -> {
            RequestReader reader = new RequestReader(json, limits);
            reader.read();
            return reader::request;
        });
    }
}
