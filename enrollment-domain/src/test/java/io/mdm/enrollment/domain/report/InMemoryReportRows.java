package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class InMemoryReportRows implements ReportRows {
    private final InMemoryEnrollmentBatches batches;
    private final InMemoryEnrollmentTokens tokens;
    private final InMemoryInvitations invitations;
    private final Map<String, List<Mailing>> mailings = new ConcurrentHashMap<>();

    public InMemoryReportRows(
            InMemoryEnrollmentBatches batches, InMemoryEnrollmentTokens tokens, InMemoryInvitations invitations) {
        this.batches = batches;
        this.tokens = tokens;
        this.invitations = invitations;
    }

    /** One recipient with what is not shown but asked for. */
    private record Found(
            Row row, @Nullable String address, @Nullable State state) {
        @Nullable
        MailState mailState() {
            if (row.mail() != null) {
                return row.mail().state();
            }
            return row.outcome() == RecipientOutcome.CREATED ? MailState.NOT_REQUESTED : null;
        }
    }

    @Override
    public List<Integer> page(ReportQuery query, Instant now) {
        return filtered(query, now)
                .map(Row::index)
                .sorted()
                .skip((query.page() - 1L) * query.limit())
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<Row> at(ReportQuery query, List<Integer> indexes, Instant now) {
        return filtered(query, now)
                .filter(row -> indexes.contains(row.index()))
                .sorted(Comparator.comparing(Row::index))
                .toList();
    }

    @Override
    public int count(ReportQuery query, Instant now) {
        return (int) filtered(query, now).count();
    }

    @Override
    public Optional<Counts> counts(String organizationId, String batchId, Instant now) {
        return batches.find(organizationId, batchId).map(batch -> counts(batch, now));
    }

    private Counts counts(EnrollmentBatch batch, Instant now) {
        var version = Objects.hash(
                recipients(batch, now).toList(),
                tokens.ofBatch(batch.organizationId(), batch.id())
                        .map(token -> List.of(token.generation(), token.updatedAt(), token.expireAt()))
                        .toList(),
                batch.expireAt(),
                batch.isPaused(),
                mailings.getOrDefault(batch.id(), List.of()));
        return new Counts(
                Integer.toHexString(version),
                batchCounts(batch, now),
                batches.rejections(batch.id()).size());
    }

    BatchCounts batchCounts(EnrollmentBatch batch, Instant now) {
        var all = recipients(batch, now).toList();
        var mails = all.stream()
                .map(found -> found.row().mail())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(mail -> mail.state(), Collectors.summingInt(mail -> 1)));
        return new BatchCounts(
                mails,
                new TokenCounts(
                        count(all, State.PENDING),
                        count(all, State.DONE),
                        count(all, State.DELETED),
                        count(all, State.EXPIRED)));
    }

    private static int count(List<Found> recipients, State state) {
        return (int) recipients.stream().filter(found -> found.state() == state).count();
    }

    @Override
    public List<Mailing> mailings(String organizationId, String batchId) {
        var all = mailings.getOrDefault(batchId, List.of()).stream()
                .filter(mailing -> batches.find(organizationId, batchId).isPresent())
                .sorted(Comparator.comparing(Mailing::number))
                .toList();
        return all.subList(Math.max(0, all.size() - MAX_MAILINGS), all.size());
    }

    void add(EnrollmentBatch batch, Mailing mailing) {
        mailings.computeIfAbsent(batch.id(), id -> new ArrayList<>()).add(mailing);
    }

    private Stream<Row> filtered(ReportQuery query, Instant now) {
        return batches.find(query.organizationId(), query.batchId()).stream()
                .flatMap(batch -> recipients(batch, now))
                .filter(found -> query.outcomes().isEmpty()
                        || query.outcomes().contains(found.row().outcome()))
                .filter(found ->
                        query.mails().isEmpty() || query.mails().stream().anyMatch(state -> state == found.mailState()))
                .filter(found ->
                        query.states().isEmpty() || query.states().stream().anyMatch(state -> state == found.state()))
                .filter(found -> query.search().isEmpty()
                        || contains(found.address(), query.search().get()))
                .map(Found::row);
    }

    private static boolean contains(@Nullable String address, String text) {
        return address != null
                && Recipient.fragments(text).stream()
                        .anyMatch(fragment ->
                                address.toLowerCase(Locale.ROOT).contains(fragment.toLowerCase(Locale.ROOT)));
    }

    private Stream<Found> recipients(EnrollmentBatch batch, Instant now) {
        return Stream.concat(
                tokens.ofBatch(batch.organizationId(), batch.id()).map(token -> created(batch, token, now)),
                batches.rejections(batch.id()).stream()
                        .map(rejection -> new Found(
                                new Row(rejection.index(), rejection.email(), rejection.reason(), null),
                                rejection.email(),
                                null)));
    }

    private Found created(EnrollmentBatch batch, EnrollmentToken token, Instant now) {
        var mail = invitations.mail(batch, token.batchIndex()).orElse(null);
        return new Found(
                new Row(token.batchIndex(), null, RecipientOutcome.CREATED, mail),
                token.email().orElse(null),
                token.stateAt(now));
    }
}
