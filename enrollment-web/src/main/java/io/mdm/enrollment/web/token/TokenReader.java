package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.http.BodyRefused;
import io.mdm.enrollment.api.http.UserEnrollmentRequest;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.web.body.JsonBody;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;

/** Reads the bodies of requests for single tokens. */
@Dependent
class TokenReader {
    @Inject
    RequestLimits limits;

    /** @throws BodyRefused with everything that is wrong with the body, in document order */
    UserEnrollmentRequest enrollment(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), UserEnrollmentReader.FORM)
                .read(json -> new UserEnrollmentReader(json, limits));
    }

    /** @throws BodyRefused with everything that is wrong with the body, in document order */
    TokenChanges changes(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), TokenChangesReader.FORM)
                .read(json -> new TokenChangesReader(json, limits));
    }
}
