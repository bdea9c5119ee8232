package io.mdm.enrollment.web.telemetry;

import java.util.regex.Pattern;

/** Path of a request without the organization's name and the credential of a personal link. */
final class ShownPath {
    private static final Pattern ORGANIZATION = Pattern.compile("(/organizations/)[^/]+");
    private static final Pattern CREDENTIAL = Pattern.compile("(/enroll/).+");

    private ShownPath() {}

    /** @param path as it was sent */
    static String of(String path) {
        var anyOrganization = ORGANIZATION.matcher(path).replaceAll("$1{organizationId}");
        return CREDENTIAL.matcher(anyOrganization).replaceAll("$1{credential}");
    }
}
