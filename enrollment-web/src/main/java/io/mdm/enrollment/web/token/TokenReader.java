package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.http.UserTokenRequest;
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

    /** @throws RequestRefused with everything that is wrong with the body, in document order */
    UserTokenRequest enrollment(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), UserEnrollmentReader.FORM)
                .read(json -> new UserEnrollmentReader(json, limits));
    }

    /** @throws RequestRefused with everything that is wrong with the body, in document order */
    TokenChanges changes(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), TokenChangesReader.FORM)
                .read(json -> new TokenChangesReader(json, limits));
    }
}
