package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.spi.DatabaseFailure;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.persistence.ServerResources;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.IntSupplier;

/**
 * Boundary of use cases, around their transactions, which begin and end inside it (Jakarta Transactions 2.0, section
 * 3.7: priority {@code PLATFORM_BEFORE + 200}).
 */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class UseCaseInterceptor {
    private static final Logger LOG = TracedLogger.of(UseCaseInterceptor.class);

    private final IntSupplier transactionStatus;

    UseCaseInterceptor() {
        this(
                ServerResources.named(
                                "java:comp/TransactionSynchronizationRegistry",
                                TransactionSynchronizationRegistry.class)::getTransactionStatus);
    }

    /** @param transactionStatus of the calling thread, one of {@link Status} */
    UseCaseInterceptor(IntSupplier transactionStatus) {
        this.transactionStatus = transactionStatus;
    }

    @AroundInvoke
    Object carryOut(InvocationContext useCase) throws Exception {
        // in a transaction of the caller, only the caller can begin again
        boolean repeatable = transactionStatus.getAsInt() == Status.STATUS_NO_TRANSACTION;
        try {
            return repeatable ? repeatedOnce(useCase) : useCase.proceed();
        } catch (EnrollmentException refused) {
            throw refused;
        } catch (Exception failed) { // some transaction managers throw checked ones for a failed commit
            throw DatabaseFailure.isUnavailable(failed)
                    ? new EnrollmentException(EnrollmentProblem.DATABASE_UNAVAILABLE, failed)
                    : failed;
        }
    }

    private static Object repeatedOnce(InvocationContext useCase) throws Exception {
        try {
            return useCase.proceed();
        } catch (Exception failed) {
            if (!DatabaseFailure.isConflict(failed)) {
                throw failed;
            }
            LOG.log(
                    Level.INFO,
                    "{0} met another transaction and begins again",
                    useCase.getMethod().getName());
            return useCase.proceed();
        }
    }
}
