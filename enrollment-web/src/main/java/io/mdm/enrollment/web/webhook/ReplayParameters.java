package io.mdm.enrollment.web.webhook;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;

/** Query parameters of a replay. */
final class ReplayParameters {
    private final QueryParameters parameters;

    ReplayParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = new QueryParameters(parameters);
    }

    /** @throws RequestRefused if a parameter is invalid */
    Optional<Instant> from() {
        var from = parameters.instant("from");
        parameters.refuseIfAny();
        return from;
    }
}
