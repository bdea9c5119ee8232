package io.mdm.enrollment.api.directory;

import org.jspecify.annotations.Nullable;

/**
 * Windows enrollment of an organization: discovery endpoint, branding and contact.
 *
 * @param serverName URL of the MDM discovery endpoint
 * @param primaryColor CSS hexadecimal color
 */
public record WindowsEnterprise(
        String id,
        String serverName,
        @Nullable String primaryColor,
        @Nullable String logoUrl,
        @Nullable String contactEmail,
        @Nullable String contactPhone) {}
