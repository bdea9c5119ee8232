package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All enrollment tokens. Look-ups for those who prove that a token is theirs see all organizations; all others keep
 * within one.
 */
public interface EnrollmentTokens {

    /** Adds the new tokens of one batch, all or none, as part of the running transaction. */
    void addAll(List<EnrollmentToken> tokens);

    /** The token with this id, whatever its organization: only for callers that hold its credential. */
    Optional<EnrollmentToken> byId(String tokenId);

    /** The same together with its batch, in one round trip. */
    Optional<TokenWithBatch> withBatch(String tokenId);

    /** The same, and no other transaction may change it until this one ends. */
    Optional<EnrollmentToken> byIdForUpdate(String tokenId);

    Optional<EnrollmentToken> ofOrganization(String organizationId, String tokenId);

    /** The organization's tokens among these, in no order. */
    List<EnrollmentToken> ofOrganization(String organizationId, Collection<String> tokenIds);

    /** The organization's token with this id, which no other transaction may change until this one ends. */
    Optional<EnrollmentToken> ofOrganizationForUpdate(String organizationId, String tokenId);

    /**
     * The tokens of the recipients with this {@link io.mdm.enrollment.domain.recipient.Recipient#hash hash}, oldest
     * first, whatever their state; no other transaction may change them until this one ends.
     *
     * @param organizationId only of this organization; of all when empty
     */
    List<EnrollmentToken> ofAddressForUpdate(long addressHash, Optional<String> organizationId);

    /**
     * Writes, as part of the running transaction, as much as a wrong code that is counted on a token, for an address
     * where none is: the time of the answer must not tell the two apart. What is written means nothing and does not
     * grow.
     */
    void countForNobody(long addressHash);

    /** The batch's tokens at these positions in the request, in the order of the positions. */
    List<EnrollmentToken> ofBatch(String organizationId, String batchId, Collection<Integer> indexes);

    /** Positions of the batch's tokens that are pending and have not expired, ascending. */
    List<Integer> liveIndexes(String organizationId, String batchId, Instant now);

    /** When each of them ends, by position. */
    Map<Integer, Instant> liveEnds(String organizationId, String batchId, Instant now);

    /** Positions of live tokens as above, and no other transaction may change those tokens until this one ends. */
    List<Integer> liveIndexesForUpdate(String organizationId, String batchId, Instant now);

    /**
     * Positions of the batch's tokens whose recipients have enrolled a device of the organization since that instant,
     * with a token of any batch.
     */
    Set<Integer> enrolledIndexes(String organizationId, String batchId, Instant since);

    /**
     * Rotates the batch's tokens at these positions, as {@link EnrollmentToken#rotate} does, as part of the running
     * transaction. Those that are not live stay as they are. None of them may have been read before.
     */
    void rotateAll(String organizationId, String batchId, Collection<Integer> indexes, Instant now);

    /** How many tokens of the organization are live. */
    int countLive(String organizationId, Instant now);

    /**
     * How many tokens of the organization are live, counted by one transaction at a time: another one that asks for the
     * same organization waits until this one ends, so that what is issued after the count is in the next one's count.
     *
     * @throws EnrollmentException of {@link EnrollmentProblem#BUSY} after a wait of 3 s
     */
    int countLiveInTurn(String organizationId, Instant now);
}
