package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.HeldToken;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Promised invitations: one row each, stored with the token it carries. Promising is part of the running transaction;
 * claims and outcomes are stored at once.
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
     * none. It is kept when the earlier one was sent.
     */
    void promiseAgain(EnrollmentBatch batch, int mailing, List<Integer> indexes, Instant now);

    /**
     * Positions whose invitation was sent or will be: neither those that failed nor those to whom none was promised.
     */
    Set<Integer> sentOrPending(EnrollmentBatch batch);

    /** Positions whose invitation has still to be sent. */
    Set<Integer> pending(EnrollmentBatch batch);

    /** Whether one of the batch's invitations was tried, or is being tried. */
    boolean haveBegun(EnrollmentBatch batch);

    /** The lane's invitations that may be tried now, in request order. */
    List<PromisedInvitation> due(DeliveryLane lane, Instant now, int limit);

    /**
     * Stores changes of the lane's invitations, in this order, and returns when they are durable. A lane changes
     * nothing of another mailing.
     *
     * @return positions of which something changed: a claim fails if somebody else has claimed or settled the
     *     invitation since it was read, if it has moved to a later mailing, or while the batch is paused
     */
    Set<Integer> store(DeliveryLane lane, List<InvitationChange> changes);

    /**
     * Claims a reminder, and returns when that is durable. It is not needed where the token is not live, where the
     * recipient has enrolled a device of the organization since the batch was created, with a token of any batch, or
     * where a mail of this token was sent a short while ago.
     *
     * @param mailedBefore reminders of whom a mail was sent after that instant are not needed
     */
    ReminderClaim claimReminder(DeliveryLane lane, PromisedInvitation promised, Instant now, Instant mailedBefore);

    /** When the lane has an invitation to try, which may be long ago; empty when nothing is left to send. */
    Optional<Instant> nextDue(DeliveryLane lane);

    /**
     * The recipient's invitation, if one was promised, is no longer to be sent; part of the running transaction. Where
     * an earlier one was sent, it counts as sent.
     */
    void withdraw(EnrollmentBatch batch, int index);

    /** The same for the invitations of these tokens. */
    void withdraw(Collection<HeldToken> tokens);

    /** None of the batch's invitations is to be sent any longer; part of the running transaction. */
    void withdrawAll(EnrollmentBatch batch);
}
