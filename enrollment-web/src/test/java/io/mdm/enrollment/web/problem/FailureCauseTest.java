package io.mdm.enrollment.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureCauseTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            08006, true,  connection lost
            57P01, true,  server stopping
            57P03, true,  server starting
            53300, true,  too many connections
            57014, true,  query canceled after its time limit
            23505, false, unique violation
            42601, false, syntax error
            """)
    void tells_an_unavailable_database_by_its_sql_state(String state, boolean unavailable, String meaning) {
        var failed = new IllegalStateException(new SQLException(meaning, state));

        assertThat(FailureCause.isDatabaseUnavailable(failed)).isEqualTo(unavailable);
    }

    @ParameterizedTest
    @MethodSource
    void tells_it_by_the_class_of_the_exception(SQLException failure) {
        assertThat(FailureCause.isDatabaseUnavailable(failure)).isTrue();
    }

    static Stream<SQLException> tells_it_by_the_class_of_the_exception() {
        return Stream.of(
                new SQLTransientConnectionException("pool is empty", "HY000"),
                new SQLTimeoutException("query took too long", "HYT00"));
    }

    @Test
    void knows_failures_that_are_not_of_the_database() {
        assertThat(FailureCause.isDatabaseUnavailable(new IllegalStateException()))
                .isFalse();
    }
}
