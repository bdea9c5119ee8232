package io.mdm.enrollment.persistence.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections for statements that may take longer than those of a request, for which a pool bounds the wait for an
 * answer. Each has its own timeout again when it goes back to the pool.
 */
final class PatientConnections {
    private PatientConnections() {}

    /** @param patience wait for an answer of the database */
    static DataSource of(DataSource pool, Duration patience) {
        return proxy(DataSource.class, (method, arguments) -> {
            var result = call(pool, method, arguments);
            return result instanceof Connection connection ? patient(connection, patience) : result;
        });
    }

    private static Connection patient(Connection connection, Duration patience) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close") && !connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
            return call(connection, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                PatientConnections.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.with(method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private interface Call {
        @Nullable
        Object with(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }
}
