package io.mdm.enrollment.web.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reply codes, which the Jakarta Mail API does not know but its implementation, Angus Mail, does. They are read by
 * method name, because a server need not show that implementation's classes to applications.
 */
final class AngusReplies {
    private static final String LAST_CODE = "getLastReturnCode";
    private static final String LAST_REPLY = "getLastServerResponse";
    private static final String EXTENSION = "getExtensionParameter";
    private static final String CODE = "getReturnCode";
    private static final String COMMAND = "getCommand";

    private AngusReplies() {}

    /**
     * Looks for everything that is called by name. The exceptions stand in the package of the transport.
     *
     * @throws IllegalStateException when the server's implementation lacks any of it
     */
    static void check(Session session) {
        try {
            var transport = session.getTransport("smtp").getClass();
            transport.getMethod(LAST_CODE);
            transport.getMethod(LAST_REPLY);
            transport.getMethod(EXTENSION, String.class);
            neighbor(transport, "SMTPAddressFailedException").getMethod(CODE);
            var sendFailed = neighbor(transport, "SMTPSendFailedException");
            sendFailed.getMethod(CODE);
            sendFailed.getMethod(COMMAND);
        } catch (NoSuchProviderException | ReflectiveOperationException missing) {
            throw new IllegalStateException(
                    "The mail implementation of this server tells no reply codes of the relay", missing);
        }
    }

    /** The reply that made sending fail; empty when there was none. */
    static Optional<Integer> code(MessagingException failure) {
        for (Exception each = failure; each != null; each = next(each)) {
            var code = value(each, CODE, Integer.class);
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    /** The command that got it, with everything personal in it; empty when it was RCPT. */
    static Optional<String> command(MessagingException failure) {
        return value(failure, COMMAND, String.class);
    }

    static Optional<Integer> lastCode(Transport transport) {
        return value(transport, LAST_CODE, Integer.class);
    }

    /** The whole text of the last reply, with everything personal in it. */
    static Optional<String> lastReply(Transport transport) {
        return value(transport, LAST_REPLY, String.class);
    }

    /** Parameters of an extension as the relay announced it (RFC 5321, section 4.1.1.1). */
    static Optional<String> extension(Transport transport, String name) {
        try {
            return Optional.ofNullable(transport
                            .getClass()
                            .getMethod(EXTENSION, String.class)
                            .invoke(transport, name))
                    .map(String.class::cast);
        } catch (ReflectiveOperationException unknown) {
            return Optional.empty();
        }
    }

    private static Class<?> neighbor(Class<?> type, String simpleName) throws ClassNotFoundException {
        return Class.forName(type.getPackageName() + "." + simpleName, false, type.getClassLoader());
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
