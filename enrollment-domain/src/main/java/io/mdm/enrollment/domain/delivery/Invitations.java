package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Promised invitations: one row each, stored with the token it carries. Promising is part of the running transaction;
 * each outcome is stored at once, in a transaction of its own.
 */
public interface Invitations {

    /** Promises an invitation to the recipients at these positions of the batch, all or none. */
    void addAll(EnrollmentBatch batch, List<Integer> indexes);

    /**
     * Begins another mailing of the batch, one transaction at a time: another one that begins a mailing of the same
     * batch waits until this one ends.
     *
     * @return its number, which no other mailing of the batch has
     */
    int beginMailing(EnrollmentBatch batch);

    /** When the recipient's invitation was last resent; empty if it never was. */
    Optional<Instant> resentAt(EnrollmentBatch batch, int index);

    /** Positions whose invitation was resent after that instant. */
    Set<Integer> resentAfter(EnrollmentBatch batch, Instant instant);

    /**
     * Promises an invitation in this mailing to the recipients at these positions, in place of an earlier one, all or
     * none.
     */
    void promiseAgain(EnrollmentBatch batch, int mailing, List<Integer> indexes, Instant now);

    /**
     * Positions whose invitation was sent or will be: neither those that failed nor those to whom none was promised.
     */
    Set<Integer> sentOrPending(EnrollmentBatch batch);

    /** The lane's invitations that may be tried now, in request order. */
    List<PromisedInvitation> due(DeliveryLane lane, Instant now, int limit);

    /**
     * Claims an invitation before its message leaves: counts it as unconfirmed until its outcome is stored.
     *
     * @param promised as it was read
     * @return false if somebody else has claimed or settled it since, or it has moved to a later mailing
     */
    boolean claim(DeliveryLane lane, PromisedInvitation promised);

    /** The claim is undone, because nothing was sent; the invitation is as it was. */
    void released(DeliveryLane lane, int index);

    /** The same, but it is not tried before that time. No attempt is counted. */
    void putAside(DeliveryLane lane, int index, Instant nextAttemptAt);

    /** When the lane has an invitation to try, which may be long ago; empty when nothing is left to send. */
    Optional<Instant> nextDue(DeliveryLane lane);

    /** The relay accepted the message. */
    void sent(DeliveryLane lane, int index, RelayReply reply, Instant now);

    /** An attempt failed and will be repeated. */
    void deferred(DeliveryLane lane, int index, Optional<RelayReply> reply, Instant nextAttemptAt);

    /** It cannot be sent for now, through no fault of its own, and will be tried later; no attempt is counted. */
    void postponed(DeliveryLane lane, int index, Instant nextAttemptAt);

    /** The outcome is unknown, because the connection was lost: it stays unconfirmed, and is sent again. */
    void outcomeUnknown(DeliveryLane lane, int index, Instant nextAttemptAt);

    /** An attempt failed and will not be repeated. */
    void failed(DeliveryLane lane, int index, Optional<RelayReply> reply);

    /** The recipient's invitation, if one was promised, is no longer to be sent; part of the running transaction. */
    void withdraw(EnrollmentBatch batch, int index);

    /** There is no point in sending it any more; no attempt is counted. */
    void abandoned(DeliveryLane lane, int index);

    /** It is not sent, because of what the relay answered to an earlier one; no attempt is counted. */
    void suppressed(DeliveryLane lane, int index, RelayReply earlier);
}
