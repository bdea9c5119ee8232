package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class InMemoryEnrollmentTokens implements EnrollmentTokens {
    private final Map<String, EnrollmentToken> tokens = new ConcurrentHashMap<>();
    private final EnrollmentBatches batches;
    private int countsForNobody;

    public InMemoryEnrollmentTokens() {
        this(new InMemoryEnrollmentBatches());
    }

    /** @param batches of the tokens */
    public InMemoryEnrollmentTokens(EnrollmentBatches batches) {
        this.batches = batches;
    }

    @Override
    public void addAll(List<EnrollmentToken> added) {
        added.forEach(token -> tokens.put(token.id(), token));
    }

    @Override
    public Optional<EnrollmentToken> byId(String tokenId) {
        return Optional.ofNullable(tokens.get(tokenId));
    }

    @Override
    public Optional<TokenWithBatch> withBatch(String tokenId) {
        return byId(tokenId)
                .flatMap(token -> batches.find(token.organizationId(), token.batchId())
                        .map(batch -> new TokenWithBatch(token, batch)));
    }

    @Override
    public Optional<EnrollmentToken> byIdForUpdate(String tokenId) {
        return byId(tokenId);
    }

    @Override
    public Optional<EnrollmentToken> ofOrganization(String organizationId, String tokenId) {
        return byId(tokenId).filter(token -> token.organizationId().equals(organizationId));
    }

    @Override
    public List<EnrollmentToken> ofOrganization(String organizationId, Collection<String> tokenIds) {
        return tokenIds.stream()
                .flatMap(id -> ofOrganization(organizationId, id).stream())
                .toList();
    }

    @Override
    public Optional<EnrollmentToken> ofOrganizationForUpdate(String organizationId, String tokenId) {
        return byId(tokenId).filter(token -> token.organizationId().equals(organizationId));
    }

    @Override
    public List<EnrollmentToken> ofAddressForUpdate(long addressHash, Optional<String> organizationId) {
        return tokens.values().stream()
                .filter(token ->
                        token.addressHash().filter(hash -> hash == addressHash).isPresent())
                .filter(token ->
                        organizationId.map(token.organizationId()::equals).orElse(true))
                .sorted(Comparator.comparing(EnrollmentToken::id))
                .toList();
    }

    @Override
    public void countForNobody(long addressHash) {
        countsForNobody++;
    }

    Stream<EnrollmentToken> all() {
        return tokens.values().stream();
    }

    int countsForNobody() {
        return countsForNobody;
    }

    @Override
    public List<EnrollmentToken> ofBatch(String organizationId, String batchId, Collection<Integer> indexes) {
        var asked = new HashSet<>(indexes);
        return ofBatch(organizationId, batchId)
                .filter(token -> asked.contains(token.batchIndex()))
                .sorted(Comparator.comparing(EnrollmentToken::batchIndex))
                .toList();
    }

    @Override
    public List<Integer> liveIndexes(String organizationId, String batchId, Instant now) {
        return ofBatch(organizationId, batchId)
                .filter(token -> token.isLive(now))
                .map(EnrollmentToken::batchIndex)
                .sorted()
                .toList();
    }

    @Override
    public Map<Integer, Instant> liveEnds(String organizationId, String batchId, Instant now) {
        return ofBatch(organizationId, batchId)
                .filter(token -> token.isLive(now))
                .collect(Collectors.toMap(EnrollmentToken::batchIndex, EnrollmentToken::expireAt));
    }

    @Override
    public List<Integer> liveIndexesForUpdate(String organizationId, String batchId, Instant now) {
        return liveIndexes(organizationId, batchId, now);
    }

    @Override
    public Set<Integer> enrolledIndexes(String organizationId, String batchId, Instant since) {
        return ofBatch(organizationId, batchId)
                .filter(token -> token.addressHash().isPresent() && hasEnrolled(token, since))
                .map(EnrollmentToken::batchIndex)
                .collect(Collectors.toSet());
    }

    private boolean hasEnrolled(EnrollmentToken invited, Instant since) {
        return tokens.values().stream()
                .anyMatch(token -> token.organizationId().equals(invited.organizationId())
                        && token.addressHash().equals(invited.addressHash())
                        && token.state() == TokenState.DONE
                        && !token.updatedAt().isBefore(since));
    }

    @Override
    public void rotateAll(String organizationId, String batchId, Collection<Integer> indexes, Instant now) {
        ofBatch(organizationId, batchId, indexes).stream()
                .filter(token -> token.isLive(now))
                .forEach(token -> token.rotate(now));
    }

    public Stream<EnrollmentToken> ofBatch(String organizationId, String batchId) {
        return tokens.values().stream()
                .filter(token -> token.organizationId().equals(organizationId)
                        && token.batchId().equals(batchId));
    }

    @Override
    public int countLiveInTurn(String organizationId, Instant now) {
        return countLive(organizationId, now);
    }

    @Override
    public int countLive(String organizationId, Instant now) {
        return (int) liveOf(organizationId, now).count();
    }

    /** In order of creation. */
    Stream<EnrollmentToken> liveOf(String organizationId, Instant now) {
        return tokens.values().stream()
                .filter(token -> token.organizationId().equals(organizationId) && token.isLive(now))
                .sorted(Comparator.comparing(EnrollmentToken::id));
    }
}
