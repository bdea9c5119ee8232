package io.mdm.enrollment.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.TraceId;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.domain.LogOf;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracedLoggerTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final System.Logger logger = TracedLogger.of(TracedLoggerTest.class);

    @AfterEach
    void end() {
        TraceId.end();
    }

    @Test
    void lines_of_a_trace_end_with_its_id() {
        try (var log = LogOf.logger(TracedLoggerTest.class)) {
            logger.log(Level.INFO, "before");
            TraceId.begin(TRACE);
            logger.log(Level.WARNING, "{0} of {1}", 1, "two");
            logger.log(Level.ERROR, "failed", new IllegalStateException());
            logger.log(Level.INFO, () -> "late");
            TraceId.end();
            logger.log(Level.INFO, "{0}", "after");

            assertThat(log.messages())
                    .containsExactly(
                            "INFO: before",
                            "WARNING: 1 of two trace_id=" + TRACE,
                            "SEVERE: failed trace_id=" + TRACE,
                            "INFO: late trace_id=" + TRACE,
                            "INFO: after");
        }
    }

    @Test
    void lines_name_the_method_that_logs() {
        var sources = new ArrayList<String>();
        var server = Logger.getLogger(TracedLoggerTest.class.getName());
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                sources.add(line.getSourceClassName() + "." + line.getSourceMethodName());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        server.addHandler(handler);
        try {
            logger.log(Level.INFO, "here");
        } finally {
            server.removeHandler(handler);
        }

        assertThat(sources).containsExactly(TracedLoggerTest.class.getName() + ".lines_name_the_method_that_logs");
    }
}
