package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class InMemoryReportRows implements ReportRows {
    private final InMemoryEnrollmentBatches batches;
    private final InMemoryEnrollmentTokens tokens;
    private final InMemoryInvitations invitations;

    public InMemoryReportRows(
            InMemoryEnrollmentBatches batches, InMemoryEnrollmentTokens tokens, InMemoryInvitations invitations) {
        this.batches = batches;
        this.tokens = tokens;
        this.invitations = invitations;
    }

    @Override
    public List<Integer> page(ReportQuery query) {
        return filtered(query)
                .map(Row::index)
                .sorted()
                .skip((query.page() - 1L) * query.limit())
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<Row> at(ReportQuery query, List<Integer> indexes) {
        return filtered(query)
                .filter(row -> indexes.contains(row.index()))
                .sorted(Comparator.comparing(Row::index))
                .toList();
    }

    @Override
    public int count(ReportQuery query) {
        return (int) filtered(query).count();
    }

    @Override
    public Map<MailState, Integer> mails(String organizationId, String batchId) {
        return rows(organizationId, batchId)
                .map(Row::mail)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Mail::state, Collectors.summingInt(mail -> 1)));
    }

    @Override
    public Optional<String> version(String organizationId, String batchId) {
        var states = tokens.ofBatch(organizationId, batchId)
                .map(token -> token.state() + "/" + token.generation())
                .toList();
        return batches.find(organizationId, batchId)
                .map(batch -> Integer.toHexString(
                        Objects.hash(rows(organizationId, batchId).toList(), states)));
    }

    private Stream<Row> filtered(ReportQuery query) {
        return rows(query.organizationId(), query.batchId())
                .filter(row -> query.outcome().stream().allMatch(row.outcome()::equals))
                .filter(row -> query.mail().stream().allMatch(state -> state == state(row)));
    }

    private static @Nullable MailState state(Row row) {
        var mail = row.mail();
        if (mail != null) {
            return mail.state();
        }
        return row.outcome() == RecipientOutcome.CREATED ? MailState.NOT_REQUESTED : null;
    }

    private Stream<Row> rows(String organizationId, String batchId) {
        return batches.find(organizationId, batchId).stream()
                .flatMap(batch -> Stream.concat(created(batch), rejected(batch)));
    }

    private Stream<Row> created(EnrollmentBatch batch) {
        return tokens.ofBatch(batch.organizationId(), batch.id())
                .map(token -> new Row(
                        token.batchIndex(),
                        null,
                        RecipientOutcome.CREATED,
                        invitations.mail(batch, token.batchIndex()).orElse(null)));
    }

    private Stream<Row> rejected(EnrollmentBatch batch) {
        return batches.rejections(batch.id()).stream()
                .map(rejection -> new Row(rejection.index(), rejection.email(), rejection.reason(), null));
    }
}
