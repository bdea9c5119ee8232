package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.PersonalLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@UseCase
@ApplicationScoped
class TransactionalBatchReports implements BatchReports {
    private static final BatchReport.Mail NOT_REQUESTED =
            new BatchReport.Mail(MailState.NOT_REQUESTED, 0, null, null, null, null);

    private final EnrollmentBatches batches;
    private final EnrollmentTokens tokens;
    private final ReportRows rows;
    private final PersonalLinks links;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalBatchReports() {
        this(null, null, null, null, null);
    }

    @Inject
    TransactionalBatchReports(
            EnrollmentBatches batches,
            EnrollmentTokens tokens,
            ReportRows rows,
            PersonalLinks links,
            ModuleClock clock) {
        this.batches = batches;
        this.tokens = tokens;
        this.rows = rows;
        this.links = links;
        this.clock = clock;
    }

    @Override
    @Transactional
    public BatchReport report(ReportQuery query) {
        var batch = batch(query);
        var page = rows.page(query);
        var created = page.stream()
                .filter(row -> row.outcome() == RecipientOutcome.CREATED)
                .map(ReportRows.Row::index)
                .toList();
        var tokenAt = tokens.ofBatch(batch.organizationId(), batch.id(), created).stream()
                .collect(Collectors.toMap(EnrollmentToken::batchIndex, Function.identity()));
        return new BatchReport(
                batch.id(),
                batch.organizationId(),
                batch.createdAt(),
                batch.createdBy(),
                batch.settings(),
                batch.total(),
                batch.success(),
                batch.total() - batch.success(),
                mails(batch),
                page.stream().map(row -> item(row, tokenAt, query)).toList(),
                rows.count(query));
    }

    @Override
    @Transactional
    public String version(ReportQuery query) {
        var batch = batch(query);
        var expired = clock.instant().isBefore(batch.expireAt()) ? "live" : "expired";
        return String.join(
                "-",
                rows.version(batch.organizationId(), batch.id()).orElseThrow(TransactionalBatchReports::notFound),
                expired,
                query.links().name());
    }

    private EnrollmentBatch batch(ReportQuery query) {
        return batches.find(query.organizationId(), query.batchId()).orElseThrow(TransactionalBatchReports::notFound);
    }

    private static EnrollmentException notFound() {
        return new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
    }

    private Map<MailState, Integer> mails(EnrollmentBatch batch) {
        var mails = new EnumMap<MailState, Integer>(MailState.class);
        mails.putAll(rows.mails(batch.organizationId(), batch.id()));
        int promised = mails.values().stream().mapToInt(Integer::intValue).sum();
        if (promised < batch.success()) {
            mails.put(MailState.NOT_REQUESTED, batch.success() - promised);
        }
        return mails;
    }

    private BatchReport.Item item(ReportRows.Row row, Map<Integer, EnrollmentToken> tokenAt, ReportQuery query) {
        var token = tokenAt.get(row.index());
        return token == null
                ? new BatchReport.Item(row.index(), row.email(), row.outcome(), null, null, null, null)
                : new BatchReport.Item(
                        row.index(),
                        token.email().orElse(null),
                        row.outcome(),
                        token.id(),
                        ifShown(token, query, () -> links.linkTo(token)),
                        ifShown(token, query, () -> links.codeOf(token)),
                        row.mail() == null ? NOT_REQUESTED : row.mail());
    }

    private <T> @Nullable T ifShown(EnrollmentToken token, ReportQuery query, Supplier<T> secret) {
        return query.links() == LinkVisibility.SHOWN && token.isLive(clock.instant()) ? secret.get() : null;
    }
}
