package io.mdm.enrollment.web.resend;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.JsonBody;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;

/** Reads the bodies of resends, which may be left out. */
@Dependent
class ResendReader {
    private final RequestLimits limits;

    @Inject
    ResendReader(RequestLimits limits) {
        this.limits = limits;
    }

    /**
     * Which link is asked for: the same unless the body says otherwise.
     *
     * @throws RequestRefused with everything that is wrong with the body, in document order
     */
    LinkRotation rotation(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), LinkReader.FORM)
                .readUnlessEmpty(LinkReader::new)
                .orElse(LinkRotation.KEEP);
    }

    /**
     * Sees to it that the body is empty, or an object without members.
     *
     * @throws RequestRefused with everything that is wrong with the body, in document order
     */
    void nothing(InputStream body) {
        new JsonBody(body, limits.bodyBytes(), NothingReader.FORM).readUnlessEmpty(NothingReader::new);
    }
}
