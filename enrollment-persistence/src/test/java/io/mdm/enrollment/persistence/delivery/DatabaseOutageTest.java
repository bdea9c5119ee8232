package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import io.mdm.enrollment.domain.LogOf;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseOutageTest {
    /** Close to where nanoTime wraps. */
    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(30);

    private final DatabaseOutage outage = new DatabaseOutage(() -> now);
    private final LogOf log = LogOf.logger(DatabaseOutage.class);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_outage_of_a_minute_is_two_lines() {
        for (int second = 0; second <= 60; second++) {
            outage.failed(refused());
            pass(1);
        }
        search();
        assertThat(log.messages()).hasSize(1);

        pass(5);
        search();
        search();

        assertThat(log.messages())
                .containsExactly(
                        "WARNING: The database cannot be used, mail waits: SQLState 08001, "
                                + "java.net.ConnectException: Connection refused",
                        "INFO: The database can be used again, after failures for 60 s");
    }

    @Test
    void only_a_search_that_succeeds_ends_an_outage_and_the_next_one_is_told_again() {
        outage.failed(refused());
        pass(10);
        outage.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
        assertThat(log.messages()).hasSize(1);

        search();
        outage.failed(refused());

        assertThat(log.messages()).hasSize(3);
    }

    @Test
    void what_shows_in_one_outage_is_told_once_and_other_failures_once_for_each_class() {
        for (int second = 0; second < 3; second++) {
            outage.failed(refused());
            outage.failed(new SQLException("starting up", "57P03"));
            outage.failed(new SQLException("no table", "42P01"));
            outage.failed(new SQLException("no column", "42703"));
            pass(1);
        }

        assertThat(log.messages()).hasSize(2);
        assertThat(log.messages())
                .last()
                .isEqualTo("WARNING: The database cannot be used, mail waits: SQLState 42P01, java.sql.SQLException");
    }

    @ParameterizedTest
    @CsvSource({
        "08006, false",
        "53300, false",
        "57P01, false",
        ", false", // no connection of the pool is free
        "25006, false",
        "42P01, true",
        "23505, true"
    })
    void what_an_unreachable_database_does_not_explain_keeps_its_first_stack_trace(String state, boolean kept) {
        assertThat(outage.failed(new SQLException("Key (email)=(a@acme.example)", state)))
                .isEqualTo(kept);
        assertThat(outage.failed(new SQLException("Key (email)=(a@acme.example)", state)))
                .isFalse();

        assertThat(log.messages()).singleElement().asString().doesNotContain("a@acme.example");
    }

    /** As a server's pool wraps it. */
    private static SQLException refused() {
        var refused = new SQLException("Connection refused", "08001", new ConnectException("Connection refused"));
        return new SQLException("cannot allocate a connection", new IllegalStateException(refused));
    }

    private void search() {
        outage.onSchedulerEvent(SchedulerEventType.RAN_DETECT_DEAD);
    }

    private void pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
