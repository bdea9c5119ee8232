package io.mdm.enrollment.persistence.directory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs while this is open; {@link System.Logger} writes to java.util.logging unless told otherwise. */
final class LogOf extends Handler implements AutoCloseable {
    private final Logger logger;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private LogOf(Logger logger) {
        this.logger = logger;
    }

    static LogOf logger(Class<?> type) {
        var log = new LogOf(Logger.getLogger(type.getName()));
        log.logger.addHandler(log);
        return log;
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord entry) {
        messages.add(entry.getLevel() + ": " + entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
