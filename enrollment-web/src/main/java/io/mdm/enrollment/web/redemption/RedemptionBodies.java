package io.mdm.enrollment.web.redemption;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RedemptionRequest;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.web.body.JsonBody;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;

/**
 * Reads the bodies of verification and redemption. One serves all requests at once.
 *
 * <p>Both methods throw {@link RequestRefused} with everything that is wrong with the body, and {@link RequestException} of
 * {@link HttpProblem#BODY_TOO_LARGE}; the stream stays open.
 */
@Dependent
public class RedemptionBodies {
    private final RequestLimits limits;

    @Inject
    public RedemptionBodies(RequestLimits limits) {
        this.limits = limits;
    }

    Proof verification(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), VerificationReader.FORM).read(VerificationReader::new);
    }

    RedemptionRequest redemption(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), RedemptionReader.FORM).read(RedemptionReader::new);
    }
}
