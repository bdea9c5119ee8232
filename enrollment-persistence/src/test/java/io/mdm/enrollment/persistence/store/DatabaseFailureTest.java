package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.DatabaseFailure;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

    @ParameterizedTest
    @NullSource // a pool without a free connection
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08006", "08P01", "25006", "25P03", "25P04", "40001", "40003", "40P01",
                "53000", "53100", "53200", "53300", "53400", "55P03", "57014", "57P01", "57P02", "57P03", "57P05",
                "58030"
            })
    void the_database_is_unavailable(String state) {
        assertThat(DatabaseFailure.isUnavailable(deepBelow(new SQLException("", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "23514", "26000", "40002", "42501", "42P01", "42P05", "55000", "XX000"})
    void the_fault_lies_elsewhere(String state) {
        assertThat(DatabaseFailure.isUnavailable(deepBelow(new SQLException("", state))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"40001,true", "40P01,true", "40003,false", "55P03,false", "23505,false", "08006,false"})
    void a_conflict_ends_when_the_other_transaction_does(String state, boolean conflict) {
        assertThat(DatabaseFailure.isConflict(deepBelow(new SQLException("", state))))
                .isEqualTo(conflict);
    }

    @Test
    void failures_without_a_database_in_them_are_neither() {
        assertThat(DatabaseFailure.isUnavailable(new IllegalStateException())).isFalse();
        assertThat(DatabaseFailure.isConflict(new IllegalStateException())).isFalse();
    }

    @Test
    void a_transient_failure_to_connect_counts_whatever_its_state() {
        assertThat(DatabaseFailure.isUnavailable(new SQLTransientConnectionException("", "99999")))
                .isTrue();
    }

    @Test
    void a_query_that_the_driver_canceled_counts_whatever_its_state() {
        assertThat(DatabaseFailure.isUnavailable(new SQLTimeoutException("", "HYT00")))
                .isTrue();
    }

    @Test
    void a_commit_that_failed_counts_without_a_state() {
        assertThat(DatabaseFailure.isUnavailable(new IllegalStateException(new XAException("commit failed"))))
                .isTrue();
    }

    @Test
    void a_suppressed_failure_is_the_cause_where_there_is_no_other() {
        var rollback = new IllegalStateException("could not commit");
        rollback.addSuppressed(deepBelow(new SQLException("", "40001")));
        assertThat(DatabaseFailure.isConflict(rollback)).isTrue();

        var failed = deepBelow(new SQLException("", "23505"));
        failed.addSuppressed(new SQLException("", "08006"));
        assertThat(DatabaseFailure.isUnavailable(failed)).isFalse();
    }

    private static RuntimeException deepBelow(SQLException sql) {
        return new IllegalStateException(new SqlFailure(sql));
    }
}
