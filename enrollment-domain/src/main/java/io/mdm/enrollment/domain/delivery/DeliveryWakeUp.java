package io.mdm.enrollment.domain.delivery;

/**
 * Wake-up of the delivery, which else finds new lanes at its next poll. Only a hint: without it, mail leaves a poll
 * later.
 */
@FunctionalInterface
public interface DeliveryWakeUp {

    /** Wakes the delivery once the running transaction has committed, and once only, however often it is asked to. */
    void afterCommit();
}
