package io.mdm.enrollment.domain.webhook;

/** Transactions of work that no request asked for. */
@FunctionalInterface
public interface TaskTransactions {

    /** Does the work in one transaction. */
    void around(Runnable work);
}
