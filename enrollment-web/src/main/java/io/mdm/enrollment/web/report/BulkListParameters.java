package io.mdm.enrollment.web.report;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.api.report.BatchQuery.Sort;
import io.mdm.enrollment.api.report.BatchQuery.State;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.QueryParameters;
import io.mdm.enrollment.web.body.SortOrder;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** Query parameters of a list of bulks. */
final class BulkListParameters {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final Map<String, State> STATES = WireName.index(State.values());

    private final QueryParameters parameters;

    BulkListParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = new QueryParameters(parameters);
    }

    /** @throws RequestRefused if a parameter is invalid */
    BatchQuery query(String organizationId) {
        var order = SortOrder.read(parameters, Sort.values(), Sort.CREATED_AT);
        var query = new BatchQuery(
                organizationId,
                parameters.page(),
                parameters.limit(1, MAX_LIMIT, DEFAULT_LIMIT),
                order.key(),
                order.direction(),
                parameters.oneOf("state", STATES),
                parameters.search());
        parameters.refuseIfAny();
        return query;
    }
}
