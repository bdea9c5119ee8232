package io.mdm.enrollment.domain;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * The log of a class or package while this is open; {@link System.Logger} writes to java.util.logging unless told
 * otherwise.
 */
public final class LogOf extends Handler implements AutoCloseable {
    private static final Formatter FORMATTER = new SimpleFormatter();

    private final Logger logger;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private LogOf(Logger logger) {
        this.logger = logger;
    }

    public static LogOf logger(Class<?> type) {
        return logger(type.getName());
    }

    /** @param name of a class, or of a package with all its classes */
    public static LogOf logger(String name) {
        var log = new LogOf(Logger.getLogger(name));
        log.logger.addHandler(log);
        return log;
    }

    /** Level and text of each entry. */
    public List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord entry) {
        messages.add(entry.getLevel() + ": " + FORMATTER.formatMessage(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
