package io.mdm.enrollment.web.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JWT and CORS settings.
 *
 * @param organizationsClaim the claim that lists a caller's organizations; empty switches the scope check off
 * @param allowedOrigins origins whose scripts may call (the CORS protocol of the Fetch standard), as the browser sends
 *     them, or {@link #LOOPBACK}
 */
public record CallerConfiguration(Optional<String> organizationsClaim, Set<String> allowedOrigins) {
    /** All origins on the machine of the browser, which a developer's web UI has on any port. */
    static final String LOOPBACK = "loopback";

    private static final Pattern ON_LOOPBACK =
            Pattern.compile("https?://(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    public boolean allows(String origin) {
        return allowedOrigins.contains(origin)
                || (allowedOrigins.contains(LOOPBACK)
                        && ON_LOOPBACK.matcher(origin).matches());
    }
}
