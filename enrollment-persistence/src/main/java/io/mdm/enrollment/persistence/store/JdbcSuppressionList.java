package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.delivery.SuppressionList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

@Dependent
class JdbcSuppressionList implements SuppressionList {
    private final EnrollmentDatabase database;

    @Inject
    JdbcSuppressionList(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public Map<Long, RelayReply> among(String organizationId, Collection<Long> addressHashes) {
        var result = new HashMap<Long, RelayReply>();
        Chunks.of(
                List.copyOf(addressHashes),
                chunk -> database.query(
                                """
                                select address_hash, reply from enrollment.suppression
                                where organization_id = ? and address_hash = any(?)
                                """,
                                row -> Map.entry(row.getLong(1), new RelayReply(SmtpStep.RCPT, row.getInt(2))),
                                organizationId,
                                Chunks.longs(chunk, Function.identity()))
                        .forEach(refusal -> result.put(refusal.getKey(), refusal.getValue())));
        return result;
    }

    @Override
    public void add(String organizationId, long addressHash, RelayReply reply, Instant now) {
        database.update("""
                insert into enrollment.suppression (organization_id, address_hash, reply, suppressed_at)
                values (?, ?, ?, ?)
                on conflict (organization_id, address_hash)
                    do update set reply = excluded.reply, suppressed_at = excluded.suppressed_at
                """, organizationId, addressHash, reply.code(), timestamp(now));
    }

    @Override
    public void remove(String organizationId, long addressHash) {
        database.update(
                "delete from enrollment.suppression where organization_id = ? and address_hash = ?",
                organizationId,
                addressHash);
    }
}
