package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UseCaseInterceptorTest {
    private final Queue<Object> outcomes = new ArrayDeque<>();

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void a_transaction_that_met_another_one_begins_once_more(String state) throws Exception {
        outcomes.addAll(List.of(failure(state), "done"));

        assertThat(carryOut(Status.STATUS_NO_TRANSACTION)).isEqualTo("done");
    }

    @Test
    void a_commit_that_failed_with_a_checked_exception_is_no_other_failure() throws Exception {
        outcomes.addAll(List.of(rollback("40001"), "done", rollback("25006")));

        assertThat(carryOut(Status.STATUS_NO_TRANSACTION)).isEqualTo("done");
        assertUnavailable(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void a_transaction_that_met_others_twice_is_given_up() {
        outcomes.addAll(List.of(failure("40P01"), failure("40P01"), "never asked for"));

        assertUnavailable(Status.STATUS_NO_TRANSACTION);
        assertThat(outcomes).containsExactly("never asked for");
    }

    @Test
    void in_a_transaction_of_the_caller_nothing_begins_again() {
        outcomes.addAll(List.of(failure("40P01"), "never asked for"));

        assertUnavailable(Status.STATUS_ACTIVE);
        assertThat(outcomes).containsExactly("never asked for");
    }

    @Test
    void a_conflict_inside_another_use_case_makes_the_outer_one_begin_again() throws Exception {
        outcomes.addAll(
                List.of(new EnrollmentException(EnrollmentProblem.DATABASE_UNAVAILABLE, failure("40P01")), "done"));

        assertThat(carryOut(Status.STATUS_NO_TRANSACTION)).isEqualTo("done");
    }

    @Test
    void a_database_that_cannot_write_is_a_problem_with_its_cause_and_not_tried_again() {
        var readOnly = failure("25006");
        outcomes.addAll(List.of(readOnly, "never asked for"));

        assertThatThrownBy(() -> carryOut(Status.STATUS_NO_TRANSACTION))
                .isInstanceOf(EnrollmentException.class)
                .hasMessage("DATABASE_UNAVAILABLE")
                .hasCause(readOnly);
        assertThat(outcomes).containsExactly("never asked for");
    }

    @Test
    void everything_else_passes_as_it_is() {
        var refused = new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
        var wrong = failure("23514");
        outcomes.addAll(List.of(refused, wrong));

        assertThatThrownBy(() -> carryOut(Status.STATUS_NO_TRANSACTION)).isSameAs(refused);
        assertThatThrownBy(() -> carryOut(Status.STATUS_NO_TRANSACTION)).isSameAs(wrong);
    }

    private void assertUnavailable(int transactionStatus) {
        assertThatThrownBy(() -> carryOut(transactionStatus))
                .isInstanceOfSatisfying(
                        EnrollmentException.class,
                        unavailable ->
                                assertThat(unavailable.problem()).isEqualTo(EnrollmentProblem.DATABASE_UNAVAILABLE));
    }

    private Object carryOut(int transactionStatus) throws Exception {
        return new UseCaseInterceptor(() -> transactionStatus).carryOut(invocation());
    }

    private InvocationContext invocation() {
        return (InvocationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InvocationContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getMethod")) {
                        return method;
                    }
                    var outcome = outcomes.remove();
                    if (outcome instanceof Exception failed) {
                        throw failed;
                    }
                    return outcome;
                });
    }

    private static RollbackException rollback(String state) {
        var rollback = new RollbackException();
        rollback.initCause(failure(state));
        return rollback;
    }

    private static SqlFailure failure(String state) {
        return new SqlFailure(new SQLException("", state));
    }
}
