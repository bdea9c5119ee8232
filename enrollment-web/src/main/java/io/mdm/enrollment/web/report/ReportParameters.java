package io.mdm.enrollment.web.report;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Query parameters of a report. */
final class ReportParameters {
    private static final int DEFAULT_LIMIT = 100;
    private static final Map<String, RecipientOutcome> OUTCOMES = WireName.index(RecipientOutcome.values());
    private static final Map<String, MailState> MAILS = WireName.index(MailState.values());
    private static final Map<String, State> STATES =
            Stream.of(State.values()).collect(Collectors.toMap(State::name, Function.identity()));
    private static final Map<String, CsvSeparator> SEPARATORS = WireName.index(CsvSeparator.values());

    private final QueryParameters parameters;
    private final Optional<CsvSeparator> separator;

    ReportParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = new QueryParameters(parameters);
        this.separator = this.parameters.oneOf("separator", SEPARATORS);
    }

    /** @param languages of the caller, by preference; decide if the parameter is absent */
    CsvSeparator separator(List<Locale> languages) {
        return separator.orElseGet(() -> CsvSeparator.usualIn(languages));
    }

    /** @throws RequestRefused if a parameter is invalid */
    ReportQuery query(String organizationId, String batchId, LinkVisibility links) {
        var query = new ReportQuery(
                organizationId,
                batchId,
                parameters.page(),
                parameters.limitOrNone(DEFAULT_LIMIT),
                parameters.someOf("outcome", OUTCOMES),
                parameters.someOf("mail", MAILS),
                parameters.someOf("state", STATES),
                parameters.search(),
                links);
        parameters.refuseIfAny();
        return query;
    }
}
