package io.mdm.enrollment.persistence;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/**
 * JTA transaction of a task of the scheduler. On the threads of a managed executor, Payara makes connections part of a
 * transaction only if {@link UserTransaction} began it: one that {@code @Transactional} begins there has none, and
 * every statement is committed by itself.
 */
public final class TaskTransaction {
    private static final String NAME = "java:comp/UserTransaction";

    private TaskTransaction() {}

    /** Carries out a step in a transaction of this thread; without a server, in whatever the step brings with it. */
    public static <T> T around(Supplier<T> step) {
        var transaction = ServerResources.find(NAME, UserTransaction.class);
        return transaction.isPresent() ? around(step, transaction.get()) : step.get();
    }

    static <T> T around(Supplier<T> step, UserTransaction transaction) {
        try {
            transaction.begin();
            boolean complete = false;
            try {
                T result = step.get();
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
