package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.api.report.BatchQuery.State;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InMemoryBatchRows implements BatchRows {
    private final InMemoryEnrollmentBatches batches;
    private final InMemoryEnrollmentTokens tokens;
    private final InMemoryReportRows rows;

    public InMemoryBatchRows(
            InMemoryEnrollmentBatches batches, InMemoryEnrollmentTokens tokens, InMemoryInvitations invitations) {
        this.batches = batches;
        this.tokens = tokens;
        this.rows = new InMemoryReportRows(batches, tokens, invitations);
    }

    @Override
    public Found find(BatchQuery query, Instant now) {
        var found = batches.all().stream()
                .filter(batch -> batch.organizationId().equals(query.organizationId()) && batch.isBulk())
                .filter(batch -> query.state().isEmpty() || query.state().get() == state(batch, now))
                .filter(batch -> query.search().stream().allMatch(text -> contains(batch, text)))
                .sorted(order(query))
                .map(EnrollmentBatch::id)
                .toList();
        var page = found.stream()
                .skip((query.page() - 1L) * query.limit())
                .limit(query.limit())
                .toList();
        return new Found(page, found.size());
    }

    private State state(EnrollmentBatch batch, Instant now) {
        boolean isLive = tokens.ofBatch(batch.organizationId(), batch.id()).anyMatch(token -> token.isLive(now));
        return isLive ? State.LIVE : State.ENDED;
    }

    private static boolean contains(EnrollmentBatch batch, String text) {
        return Stream.concat(Stream.ofNullable(batch.settings().displayName()), batch.settings().tags().stream())
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    private static Comparator<EnrollmentBatch> order(BatchQuery query) {
        Comparator<EnrollmentBatch> order = switch (query.sort()) {
            case CREATED_AT -> Comparator.comparing(EnrollmentBatch::createdAt);
            case EXPIRE_AT -> Comparator.comparing(EnrollmentBatch::expireAt);
            case TOTAL -> Comparator.comparing(EnrollmentBatch::total);
        };
        var ascending = order.thenComparing(EnrollmentBatch::id);
        return query.direction() == Direction.ASC ? ascending : ascending.reversed();
    }

    @Override
    public Map<String, BatchCounts> counts(String organizationId, List<String> batchIds, Instant now) {
        return batches.findAll(organizationId, batchIds).stream()
                .collect(Collectors.toMap(EnrollmentBatch::id, Function.identity()))
                .entrySet()
                .stream()
                .map(batch -> Map.entry(batch.getKey(), rows.batchCounts(batch.getValue(), now)))
                .filter(batch -> !batch.getValue().equals(BatchCounts.NONE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
