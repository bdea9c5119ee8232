package io.mdm.enrollment.web.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reply codes, which the Jakarta Mail API does not know but its implementation, Angus Mail, does. They are read by method
 * name, because a server need not show that implementation's classes to applications.
 */
final class AngusReplies {
    private AngusReplies() {}

    /** The reply that made sending fail; empty when there was none. */
    static Optional<Integer> code(MessagingException failure) {
        for (Exception each = failure; each != null; each = next(each)) {
            var code = value(each, "getReturnCode", Integer.class);
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    /** The command that got it, with everything personal in it; empty when it was RCPT. */
    static Optional<String> command(MessagingException failure) {
        return value(failure, "getCommand", String.class);
    }

    static Optional<Integer> lastCode(Transport transport) {
        return value(transport, "getLastReturnCode", Integer.class);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static <T> Optional<T> value(Object source, String method, Class<T> type) {
        try {
            return Optional.of(source.getClass().getMethod(method).invoke(source))
                    .map(type::cast);
        } catch (ReflectiveOperationException unknown) {
            return Optional.empty();
        }
    }
}
