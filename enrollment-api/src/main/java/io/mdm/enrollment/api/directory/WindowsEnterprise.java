package io.mdm.enrollment.api.directory;

import org.jspecify.annotations.Nullable;

/**
 * Windows enrollment of an organization: discovery endpoint, branding and contact.
 *
 * @param serverName URL of the MDM discovery endpoint
 * @param primaryColor CSS hexadecimal color
 * @param mailFrom sender of its invitations, an address with or without a display name (RFC 5322, section 3.4); used
 *     only if the configuration allows its domain
 */
public record WindowsEnterprise(
        String id,
        String serverName,
        @Nullable String primaryColor,
        @Nullable String logoUrl,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        @Nullable String mailFrom) {

    /** Enrollment whose invitations come from the configured sender. */
    public WindowsEnterprise(
            String id,
            String serverName,
            @Nullable String primaryColor,
            @Nullable String logoUrl,
            @Nullable String contactEmail,
            @Nullable String contactPhone) {
        this(id, serverName, primaryColor, logoUrl, contactEmail, contactPhone, null);
    }
}
