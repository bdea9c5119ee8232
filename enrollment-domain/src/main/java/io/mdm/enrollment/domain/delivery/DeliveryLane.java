package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * A share of a batch's invitations that one worker delivers in turn: those of the recipients from one position in the
 * request up to another.
 *
 * @param mailing {@link #FIRST_MAILING} or, of invitations promised once more, a later one: a lane neither sees nor
 *     marks invitations of another mailing, so that what was resent is no longer the earlier lane's
 * @param from the first position
 * @param to the position behind the last
 */
public record DeliveryLane(String organizationId, String batchId, int mailing, int from, int to) {
    /** The invitation that was promised with the token. */
    public static final int FIRST_MAILING = 0;

    private static final int MAX_LANES = 16;
    private static final int INVITATIONS_A_LANE = 25;

    /**
     * Divides one mailing of a batch into lanes of about the same length: enough to keep the workers of two nodes busy,
     * never many, because all lanes of all batches share them.
     *
     * @param indexes positions of the invited recipients, ascending, at least one
     */
    public static List<DeliveryLane> lanesOf(EnrollmentBatch batch, int mailing, List<Integer> indexes) {
        int size = indexes.size();
        int lanes = Math.min(MAX_LANES, (size + INVITATIONS_A_LANE - 1) / INVITATIONS_A_LANE);
        var result = new ArrayList<DeliveryLane>(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            int from = indexes.get((int) ((long) lane * size / lanes));
            int to = lane + 1 < lanes ? indexes.get((int) ((lane + 1L) * size / lanes)) : indexes.get(size - 1) + 1;
            result.add(new DeliveryLane(batch.organizationId(), batch.id(), mailing, from, to));
        }
        return result;
    }
}
