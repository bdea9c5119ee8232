package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.TokenState;
import io.mdm.enrollment.domain.token.TokenWithBatch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@Dependent
class JpaEnrollmentTokens implements EnrollmentTokens {
    /** Rows of the table, so many that few wait for one another. */
    private static final int DECOYS = 256;

    /** SQL state (PostgreSQL, appendix A). */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @PersistenceContext(unitName = "enrollment")
    EntityManager entities;

    private final UnnestTokenInsert bulk;
    private final EnrollmentDatabase database;

    @Inject
    JpaEnrollmentTokens(UnnestTokenInsert bulk, EnrollmentDatabase database) {
        this.bulk = bulk;
        this.database = database;
    }

    @Override
    public void addAll(List<EnrollmentToken> tokens) {
        if (tokens.size() == 1) {
            entities.persist(tokens.get(0));
        } else {
            bulk.insert(tokens);
        }
    }

    @Override
    public Optional<EnrollmentToken> byId(String tokenId) {
        return Optional.ofNullable(entities.find(EnrollmentToken.class, tokenId));
    }

    @Override
    public Optional<TokenWithBatch> withBatch(String tokenId) {
        return entities.createQuery(
                        "select t, b from EnrollmentToken t, EnrollmentBatch b where t.id = :id and b.id = t.batchId",
                        Object[].class)
                .setParameter("id", tokenId)
                .getResultStream()
                .map(row -> new TokenWithBatch((EnrollmentToken) row[0], (EnrollmentBatch) row[1]))
                .findFirst();
    }

    @Override
    public Optional<EnrollmentToken> byIdForUpdate(String tokenId) {
        return Optional.ofNullable(entities.find(EnrollmentToken.class, tokenId, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<EnrollmentToken> ofOrganization(String organizationId, String tokenId) {
        return byId(tokenId).filter(token -> token.organizationId().equals(organizationId));
    }

    @Override
    public List<EnrollmentToken> ofOrganization(String organizationId, Collection<String> tokenIds) {
        var result = new ArrayList<EnrollmentToken>(tokenIds.size());
        Chunks.of(
                List.copyOf(tokenIds),
                chunk -> result.addAll(entities.createQuery(
                                "select t from EnrollmentToken t where t.organizationId = :organization and t.id in :ids",
                                EnrollmentToken.class)
                        .setParameter("organization", organizationId)
                        .setParameter("ids", chunk)
                        .getResultList()));
        return result;
    }

    @Override
    public Optional<EnrollmentToken> ofOrganizationForUpdate(String organizationId, String tokenId) {
        return entities.createQuery(
                        "select t from EnrollmentToken t where t.organizationId = :organization and t.id = :id",
                        EnrollmentToken.class)
                .setParameter("organization", organizationId)
                .setParameter("id", tokenId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<EnrollmentToken> ofAddressForUpdate(long addressHash, Optional<String> organizationId) {
        return entities.createQuery("""
                        select t from EnrollmentToken t
                        where t.addressHash = :hash and (:organization is null or t.organizationId = :organization)
                        order by t.id
                        """, EnrollmentToken.class)
                .setParameter("hash", addressHash)
                .setParameter("organization", organizationId.orElse(null))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    public void countForNobody(long addressHash) {
        database.update(
                "update enrollment.code_decoy set code_tries = code_tries + 1 where slot = ?",
                Math.floorMod(addressHash, DECOYS));
    }

    @Override
    public List<EnrollmentToken> ofBatch(String organizationId, String batchId, Collection<Integer> indexes) {
        var result = new ArrayList<EnrollmentToken>(indexes.size());
        var ascending = indexes.stream().distinct().sorted().toList();
        Chunks.of(ascending, chunk -> result.addAll(chunkOfBatch(organizationId, batchId, chunk)));
        return result;
    }

    private List<EnrollmentToken> chunkOfBatch(String organizationId, String batchId, List<Integer> indexes) {
        return entities.createQuery("""
                        select t from EnrollmentToken t
                        where t.organizationId = :organization and t.batchId = :batch and t.batchIndex in :indexes
                        order by t.batchIndex
                        """, EnrollmentToken.class)
                .setParameter("organization", organizationId)
                .setParameter("batch", batchId)
                .setParameter("indexes", indexes)
                .getResultList();
    }

    @Override
    public List<Integer> liveIndexes(String organizationId, String batchId, Instant now) {
        return entities.createQuery("""
                        select t.batchIndex from EnrollmentToken t
                        where t.organizationId = :organization and t.batchId = :batch and t.state = :pending
                          and t.expireAt > :now
                        order by t.batchIndex
                        """, Integer.class)
                .setParameter("organization", organizationId)
                .setParameter("batch", batchId)
                .setParameter("pending", TokenState.PENDING)
                .setParameter("now", now)
                .getResultList();
    }

    @Override
    public int countLiveInTurn(String organizationId, Instant now) {
        awaitTurn(organizationId);
        return countLive(organizationId, now);
    }

    @Override
    public int countLive(String organizationId, Instant now) {
        return entities.createQuery("""
                        select count(t) from EnrollmentToken t
                        where t.organizationId = :organization and t.state = :pending and t.expireAt > :now
                        """, Long.class)
                .setParameter("organization", organizationId)
                .setParameter("pending", TokenState.PENDING)
                .setParameter("now", now)
                .getSingleResult()
                .intValue();
    }

    /** The time limit applies to this lock only: what is waited for later is nobody's turn. */
    private void awaitTurn(String organizationId) {
        database.update("set local lock_timeout = '3s'");
        try {
            database.query(
                    "select pg_advisory_xact_lock(hashtextextended('enrollment quota ' || ?, 0))",
                    row -> organizationId,
                    organizationId);
        } catch (SqlFailure failed) {
            throw failed.hasState(LOCK_NOT_AVAILABLE) ? new EnrollmentException(EnrollmentProblem.BUSY) : failed;
        }
        database.update("set local lock_timeout to default");
    }
}
