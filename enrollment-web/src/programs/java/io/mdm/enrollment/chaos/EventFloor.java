package io.mdm.enrollment.chaos;

/**
 * Least that has to happen in a run for it to prove anything.
 *
 * @param expired without having been revoked later
 */
record EventFloor(int redeemed, int revoked, int expired) {

    /** Of a run that creates so many tokens at least. */
    static EventFloor of(int tokens) {
        return new EventFloor(tokens * 3 / 10, tokens * 2 / 10, tokens / 10);
    }

    boolean isReachedBy(long allRedeemed, long allRevoked, long allExpired) {
        return allRedeemed >= redeemed && allRevoked >= revoked && allExpired >= expired;
    }
}
