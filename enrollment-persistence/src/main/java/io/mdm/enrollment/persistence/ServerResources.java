package io.mdm.enrollment.persistence;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Resources of the server, by their JNDI name. Looked up when needed instead of injected, because servers disagree on
 * what such a name is relative to, and some resolve references before they have made what they refer to.
 */
public final class ServerResources {
    private ServerResources() {}

    /** @throws IllegalStateException when the server has nothing of that name and type */
    @SuppressWarnings("BanJNDI") // the names are constants of this module
    public static <T> T named(String name, Class<T> type) {
        try {
            return type.cast(InitialContext.doLookup(name));
        } catch (NamingException | ClassCastException missing) {
            throw new IllegalStateException("the server has no " + type.getSimpleName() + " " + name, missing);
        }
    }

    /** Resource that a server may lack. Servers differ in the exception for a name that is not bound. */
    public static <T> Optional<T> find(String name, Class<T> type) {
        try {
            return Optional.of(named(name, type));
        } catch (IllegalStateException missing) {
            return Optional.empty();
        }
    }
}
