package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.InvitationResending.Link;
import io.mdm.enrollment.api.http.BodyRefused;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the bodies of resends, which may be left out. One reader serves all requests at once. */
@Dependent
public class ResendReader {
    private final RequestLimits limits;

    @Inject
    public ResendReader(RequestLimits limits) {
        this.limits = limits;
    }

    /**
     * Which link is asked for: the same unless the body says otherwise.
     *
     * @throws BodyRefused with everything that is wrong with the body, in document order
     */
    public Link link(InputStream body) {
        return read(body, json -> {
                    LinkReader reader = new LinkReader(json);
                    reader.read();
                    return reader::link;
                })
                .orElse(Link.SAME);
    }

    /**
     * Sees to it that the body is empty, or an object without members.
     *
     * @throws BodyRefused with everything that is wrong with the body, in document order
     */
    public void nothing(InputStream body) {
        read(body, json -> {
            new ValueReader(json, "{}").object(key -> json.refuseUnknown());
            return () -> body;
        });
    }

    private <T> Optional<T> read(InputStream body, Function<StrictJson, Supplier<T>> reader) {
        BodyErrors errors = new BodyErrors();
        BodyText text = new BodyText(body, limits.bodyBytes(), errors);
        return text.isEmpty() ? Optional.empty() : Optional.of(JsonText.read(text, errors, reader));
    }
}
