package io.mdm.enrollment.web.report;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.report.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the query parameters of a report. */
final class ReportParameters {
    private static final int MAX_ITEMS = 10_000;
    private static final int DEFAULT_ITEMS = 100;
    private static final Map<String, RecipientOutcome> OUTCOMES = byWireName(RecipientOutcome.values());
    private static final Map<String, MailState> MAILS = byWireName(MailState.values());

    private final QueryParameters parameters;

    ReportParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = new QueryParameters(parameters);
    }

    /** @throws RequestRefused when a parameter is not as documented */
    ReportQuery query(String organizationId, String batchId, LinkVisibility links) {
        var query = new ReportQuery(
                organizationId,
                batchId,
                parameters.number("page", Integer.MAX_VALUE, 1),
                parameters.number("limit", MAX_ITEMS, DEFAULT_ITEMS),
                parameters.oneOf("outcome", OUTCOMES),
                parameters.oneOf("mail", MAILS),
                links);
        parameters.refuseIfAny();
        return query;
    }

    private static <T extends Enum<T>> Map<String, T> byWireName(T[] constants) {
        return Stream.of(constants).collect(Collectors.toMap(WireName::of, Function.identity()));
    }
}
