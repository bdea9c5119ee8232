package io.mdm.enrollment.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureDescriptionTest {

    @Test
    void an_unavailable_database_is_one_line_of_the_log() {
        var refused = new SQLException("ana@acme.example", "08001", new ConnectException("refused"));

        assertThat(FailureCause.describe(new IllegalStateException(new IllegalStateException(refused))))
                .isEqualTo("java.lang.IllegalStateException, caused by java.sql.SQLException SQLState 08001,"
                        + " caused by java.net.ConnectException");
    }

    @Test
    void what_was_not_foreseen_has_a_stack_trace_and_no_message() {
        var broken = new SQLException("Key (email)=(ana@acme.example)", "23505");

        assertThat(FailureCause.describe(new IllegalStateException(broken)))
                .contains("Caused by: java.sql.SQLException SQLState 23505\n\tat ")
                .contains(FailureDescriptionTest.class.getName())
                .doesNotContain("ana@acme.example");
    }
}
