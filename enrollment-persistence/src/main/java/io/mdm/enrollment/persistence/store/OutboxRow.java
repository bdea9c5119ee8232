package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase.Null;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Row of the outbox of events: one event of a batch, or the same event of several of its tokens.
 *
 * @param tokenIds null for an event of the batch
 * @param details what the event tells beyond ids, as a JSON object; null for nothing
 */
record OutboxRow(
        EventType type,
        String organizationId,
        String batchId,
        Instant at,
        @Nullable List<String> tokenIds,
        @Nullable String details) {

    /** Only where a webhook receives events of the organization. */
    static final String INSERT = """
            insert into enrollment.webhook_outbox (type, organization_id, batch_id, at, token_ids, details)
            select ?, event.organization_id, ?, ?, ?, ? from (select ? as organization_id) event
            where exists (
                select from mdm.webhook w where w.organization_id is null or w.organization_id = event.organization_id)
            """;

    /** Tokens of one row. */
    private static final int MAX_TOKENS = 1_000;

    static OutboxRow ofToken(
            EventType type,
            String organizationId,
            String batchId,
            String tokenId,
            Instant at,
            @Nullable String details) {
        return new OutboxRow(type, organizationId, batchId, at, List.of(tokenId), details);
    }

    static OutboxRow ofBatch(
            EventType type, String organizationId, String batchId, Instant at, @Nullable String details) {
        return new OutboxRow(type, organizationId, batchId, at, null, details);
    }

    /** Rows of the same events in the same order, as few as possible. */
    static List<OutboxRow> merged(List<OutboxRow> rows) {
        var merged = new ArrayList<OutboxRow>();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.tokenIds == null) {
                merged.add(row);
                continue;
            }
            tokens.addAll(row.tokenIds);
            boolean goesOn = i + 1 < rows.size()
                    && tokens.size() < MAX_TOKENS
                    && rows.get(i + 1).goesWith(row);
            if (!goesOn) {
                merged.add(row.of(List.copyOf(tokens)));
                tokens.clear();
            }
        }
        return merged;
    }

    /** In the order of {@link #INSERT}. */
    @Nullable
    Object[] parameters() {
        return new @Nullable Object[] {
            type.wireName(),
            batchId,
            timestamp(at),
            tokenIds == null ? new Null(Types.ARRAY) : Chunks.strings(tokenIds, Function.identity()),
            Null.or(details, Function.identity(), Types.VARCHAR),
            organizationId
        };
    }

    private boolean goesWith(OutboxRow earlier) {
        return tokenIds != null && of(List.of()).equals(earlier.of(List.of()));
    }

    private OutboxRow of(List<String> ids) {
        return new OutboxRow(type, organizationId, batchId, at, ids, details);
    }
}
