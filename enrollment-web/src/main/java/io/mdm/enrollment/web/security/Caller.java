package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.ObjectIdFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Caller as described by the token.
 *
 * @param subject the token's {@code sub}
 * @param permissions the token's {@code groups}
 * @param email the token's {@code email}, unless it says that this is not verified; empty if there is none
 * @param organizations ids and slugs the caller belongs to; {@code *} for all; empty when no scope is checked
 */
record Caller(String subject, Set<String> permissions, Optional<String> email, Optional<Set<String>> organizations) {

    boolean may(String permission) {
        return permissions.contains(permission);
    }

    boolean belongsToAll() {
        return organizations.map(own -> own.contains("*")).orElse(true);
    }

    boolean belongsTo(Organization organization) {
        return organizations
                .map(own -> own.contains("*") || own.stream().anyMatch(name -> isNameOf(organization, name)))
                .orElse(true);
    }

    /** A slug that may be the id of another organization does not count. */
    private static boolean isNameOf(Organization organization, String name) {
        return ObjectIdFormat.matches(name)
                ? name.toLowerCase(Locale.ROOT).equals(organization.id())
                : name.equals(organization.slug());
    }
}
