package io.mdm.enrollment.web.resend;

import io.mdm.enrollment.api.InvitationResending.Link;
import io.mdm.enrollment.api.http.BodyRefused;
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
     * @throws BodyRefused with everything that is wrong with the body, in document order
     */
    Link link(InputStream body) {
        return new JsonBody(body, limits.bodyBytes(), LinkReader.FORM)
                .readUnlessEmpty(LinkReader::new)
                .orElse(Link.SAME);
    }

    /**
     * Sees to it that the body is empty, or an object without members.
     *
     * @throws BodyRefused with everything that is wrong with the body, in document order
     */
    void nothing(InputStream body) {
        new JsonBody(body, limits.bodyBytes(), NothingReader.FORM).readUnlessEmpty(NothingReader::new);
    }
}
