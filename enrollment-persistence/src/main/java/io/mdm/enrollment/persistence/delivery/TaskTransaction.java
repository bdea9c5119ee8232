package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.persistence.ServerResources;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.BooleanSupplier;

/**
 * JTA transaction of a task of the scheduler. On the threads of a managed executor, Payara makes connections part of a
 * transaction only if {@link UserTransaction} began it: one that {@code @Transactional} begins there has none, and
 * every statement is committed by itself.
 */
final class TaskTransaction {
    private static final String NAME = "java:comp/UserTransaction";

    private TaskTransaction() {}

    /** Carries out a step in a transaction of this thread; without a server, in whatever the step brings with it. */
    static boolean around(BooleanSupplier step) {
        var transaction = ServerResources.find(NAME, UserTransaction.class);
        return transaction.isPresent() ? around(step, transaction.get()) : step.getAsBoolean();
    }

    static boolean around(BooleanSupplier step, UserTransaction transaction) {
        try {
            transaction.begin();
            boolean complete = false;
            try {
                boolean result = step.getAsBoolean();
                complete = true;
                return result;
            } finally {
                end(transaction, complete);
            }
        } catch (NotSupportedException | SystemException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void end(UserTransaction transaction, boolean complete) throws SystemException {
        if (!complete) {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
            return;
        }
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
