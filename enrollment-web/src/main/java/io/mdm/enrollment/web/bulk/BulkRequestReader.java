package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.JsonBody;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the body of a bulk request. One reader serves all requests at once. */
@Dependent
public class BulkRequestReader {
    private final RequestLimits limits;

    @Inject
    public BulkRequestReader(RequestLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a request, all of it and nothing else; the stream stays open.
     *
     * @throws RequestRefused with everything that is wrong with the body, in document order
     * @throws RequestException of {@link HttpProblem#BODY_TOO_LARGE} as soon as the stream passes the limit, of
     *     {@link HttpProblem#TOO_MANY_RECIPIENTS} if that is all that is wrong
     * @throws UncheckedIOException if the stream breaks
     */
    public BulkRequest read(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), RequestReader.FLAT_FORM)
                .read(json -> new RequestReader(json, limits));
    }
}
