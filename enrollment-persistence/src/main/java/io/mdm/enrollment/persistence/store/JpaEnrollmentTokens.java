package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@Dependent
class JpaEnrollmentTokens implements EnrollmentTokens {
    /** Rows of the table, so many that few wait for one another. */
    private static final int DECOYS = 256;

    @PersistenceContext(unitName = "enrollment")
    EntityManager entities;

    private final UnnestTokenInsert bulk;
    private final OrganizationTurn turn;
    private final EnrollmentDatabase database;

    @Inject
    JpaEnrollmentTokens(UnnestTokenInsert bulk, OrganizationTurn turn, EnrollmentDatabase database) {
        this.bulk = bulk;
        this.turn = turn;
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

    /** By JPA, so that it sees tokens that were extended in this transaction. */
    @Override
    public Map<Integer, Instant> liveEnds(String organizationId, String batchId, Instant now) {
        return entities.createQuery("""
                        select t.batchIndex, t.expireAt from EnrollmentToken t
                        where t.organizationId = :organization and t.batchId = :batch and t.state = :pending
                          and t.expireAt > :now
                        """, Object[].class)
                .setParameter("organization", organizationId)
                .setParameter("batch", batchId)
                .setParameter("pending", TokenState.PENDING)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (Instant) row[1]));
    }

    @Override
    public List<Integer> liveIndexesForUpdate(String organizationId, String batchId, Instant now) {
        return database.query("""
                select batch_index from enrollment.enrollment_token
                where organization_id = ? and batch_id = ? and state = 'PENDING' and expire_at > ?
                order by batch_index for update
                """, row -> row.getInt(1), organizationId, batchId, timestamp(now));
    }

    @Override
    public Set<Integer> enrolledIndexes(String organizationId, String batchId, Instant since) {
        return Set.copyOf(database.query("""
                select batch_index from enrollment.enrollment_token t
                where organization_id = ? and batch_id = ? and exists (
                    select from enrollment.enrollment_token e
                    where e.organization_id = t.organization_id and e.address_hash = t.address_hash
                      and e.state = 'DONE' and e.updated_at >= ?)
                """, row -> row.getInt(1), organizationId, batchId, timestamp(since)));
    }

    @Override
    public void rotateAll(String organizationId, String batchId, Collection<Integer> indexes, Instant now) {
        Chunks.of(
                List.copyOf(indexes),
                chunk -> database.update(
                        """
                update enrollment.enrollment_token set generation = generation + 1, code_tries = 0,
                    code_tries_of_hour = 0, code_hour_at = null, updated_at = ?
                where organization_id = ? and batch_id = ? and batch_index = any (?) and state = 'PENDING' and expire_at > ?
                """,
                        timestamp(now),
                        organizationId,
                        batchId,
                        Chunks.integers(chunk, Function.identity()),
                        timestamp(now)));
    }

    @Override
    public int countLiveInTurn(String organizationId, Instant now) {
        turn.await(organizationId);
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
}
