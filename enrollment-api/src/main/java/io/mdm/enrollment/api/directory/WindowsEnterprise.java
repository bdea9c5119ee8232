package io.mdm.enrollment.api.directory;

import org.jspecify.annotations.Nullable;

/**
 * How an organization's Windows devices enroll, and whom its people ask.
 *
 * @param serverName the MDM discovery endpoint that Windows is given
 * @param primaryColor a CSS hexadecimal color
 */
public record WindowsEnterprise(
        String id,
        String serverName,
        @Nullable String primaryColor,
        @Nullable String logoUrl,
        @Nullable String contactEmail,
        @Nullable String contactPhone) {}
