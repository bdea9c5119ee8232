package io.mdm.enrollment.api;

/**
 * Commands with an idempotency key. Those of bulk requests have theirs in {@link IssueTokens}; every other use case is
 * called within this one.
 */
public interface IdempotentCommands {

    /**
     * Carries out a command unless an earlier one with its key was: then nothing is done, and the result is the one
     * that the stored receipt tells. The receipt is stored in the transaction of the work; of a command that failed
     * nothing is stored, so that it may be tried again.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#IDEMPOTENCY_KEY_REUSED} when the key belongs to another
     *     request, {@link EnrollmentProblem#STILL_RUNNING} when one with it has not ended yet
     */
    <T, R extends Record> CarriedOut<T> once(IdempotentCommand<T, R> command);
}
