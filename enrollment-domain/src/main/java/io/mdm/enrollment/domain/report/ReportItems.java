package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Suggestion;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.PersonalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reader of a report's recipients, with their tokens and links. */
@UseCase
@ApplicationScoped
class ReportItems {

    private final EnrollmentTokens tokens;
    private final ReportRows rows;
    private final PersonalLinks links;
    private final ModuleConfiguration configuration;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    ReportItems() {
        this(null, null, null, null, null);
    }

    @Inject
    ReportItems(
            EnrollmentTokens tokens,
            ReportRows rows,
            PersonalLinks links,
            ModuleConfiguration configuration,
            ModuleClock clock) {
        this.tokens = tokens;
        this.rows = rows;
        this.links = links;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** See {@link ReportRows#at}. */
    @Transactional
    public List<BatchReport.Item> read(ReportQuery query, List<Integer> indexes) {
        var found = rows.at(query, indexes, clock.instant());
        var created = found.stream()
                .filter(row -> row.outcome() == RecipientOutcome.CREATED)
                .map(ReportRows.Row::index)
                .toList();
        var tokenAt = tokens.ofBatch(query.organizationId(), query.batchId(), created).stream()
                .collect(Collectors.toMap(EnrollmentToken::batchIndex, Function.identity()));
        return found.stream().map(row -> item(row, tokenAt, query)).toList();
    }

    private BatchReport.Item item(ReportRows.Row row, Map<Integer, EnrollmentToken> tokenAt, ReportQuery query) {
        var token = tokenAt.get(row.index());
        return token == null
                ? BatchReport.Item.rejected(row.index(), row.email(), row.outcome(), suggestion(row))
                : new BatchReport.Item(
                        row.index(),
                        token.email().orElse(null),
                        token.name().orElse(null),
                        row.outcome(),
                        token.id(),
                        token.stateAt(clock.instant()),
                        token.winDeviceId().orElse(null),
                        token.enrolledAt().orElse(null),
                        ifShown(token, query, () -> links.linkTo(token)),
                        ifShown(token, query, () -> links.codeOf(token)),
                        row.mail() == null ? Mail.NOT_REQUESTED : row.mail(),
                        null);
    }

    private @Nullable String suggestion(ReportRows.Row row) {
        return Optional.ofNullable(row.email())
                .filter(email -> row.outcome() == RecipientOutcome.INVALID)
                .flatMap(email -> Suggestion.of(email, LocalPart.allowedBy(configuration)))
                .orElse(null);
    }

    private <T> @Nullable T ifShown(EnrollmentToken token, ReportQuery query, Supplier<T> secret) {
        return query.links() == LinkVisibility.SHOWN && token.isLive(clock.instant()) ? secret.get() : null;
    }
}
