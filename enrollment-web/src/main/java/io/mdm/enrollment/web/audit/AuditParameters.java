package io.mdm.enrollment.web.audit;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.audit.AuditCursor;
import io.mdm.enrollment.api.audit.AuditQuery;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** Query parameters of the audit record. */
final class AuditParameters {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_ACTOR_UNITS = 255;
    private static final Map<String, AuditAction> ACTIONS = WireName.index(AuditAction.values());

    private final QueryParameters parameters;

    AuditParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = new QueryParameters(parameters);
    }

    /** @throws RequestRefused if a parameter is invalid */
    AuditQuery query(String organizationId) {
        var query = new AuditQuery(
                organizationId,
                parameters.instant("from"),
                parameters.instant("to"),
                parameters.line("actor", MAX_ACTOR_UNITS),
                parameters.someOf("action", ACTIONS),
                parameters.id("bulk"),
                parameters.id("token"),
                parameters
                        .matching(
                                "cursor",
                                text -> AuditCursor.of(text).isPresent(),
                                "the value of \"next\" in an answer")
                        .flatMap(AuditCursor::of),
                parameters.limit(1, AuditQuery.MAX_LIMIT, DEFAULT_LIMIT));
        parameters.refuseIfAny();
        return query;
    }
}
