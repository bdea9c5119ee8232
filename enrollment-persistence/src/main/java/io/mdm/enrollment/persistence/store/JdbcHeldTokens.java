package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.token.HeldToken;
import io.mdm.enrollment.domain.token.HeldTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

@Dependent
class JdbcHeldTokens implements HeldTokens {
    private final EnrollmentDatabase database;
    private final OrganizationTurn turn;

    @Inject
    JdbcHeldTokens(EnrollmentDatabase database, OrganizationTurn turn) {
        this.database = database;
        this.turn = turn;
    }

    @Override
    public List<HeldToken> findInTurn(String organizationId, Collection<Long> addressHashes, Instant now) {
        turn.await(organizationId);
        var found = new ArrayList<HeldToken>();
        Chunks.of(
                List.copyOf(addressHashes),
                chunk -> found.addAll(database.query(
                        """
                        select id, batch_id, batch_index, email from enrollment.enrollment_token
                        where address_hash = any(?) and organization_id = ? and state = 'PENDING' and expire_at > ?
                        """,
                        row -> new HeldToken(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)),
                        Chunks.longs(chunk, Function.identity()),
                        organizationId,
                        timestamp(now))));
        found.sort(Comparator.comparing(HeldToken::id));
        return found;
    }

    @Override
    public List<HeldToken> revoke(String organizationId, Collection<HeldToken> tokens, Instant now) {
        var revoked = new ArrayList<HeldToken>();
        Chunks.of(List.copyOf(tokens), chunk -> {
            var ids = revokeAll(organizationId, chunk, now);
            chunk.stream().filter(token -> ids.contains(token.id())).forEach(revoked::add);
        });
        return revoked;
    }

    private Set<String> revokeAll(String organizationId, List<HeldToken> chunk, Instant now) {
        return Set.copyOf(database.query(
                """
                update enrollment.enrollment_token set state = 'DELETED', updated_at = ?
                where id = any(?) and organization_id = ? and state = 'PENDING'
                returning id
                """, row -> row.getString(1), timestamp(now), Chunks.strings(chunk, HeldToken::id), organizationId));
    }
}
