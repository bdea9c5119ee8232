package io.mdm.enrollment.web.config;

import java.util.Optional;
import java.util.Set;

/**
 * JWT and CORS settings.
 *
 * @param organizationsClaim the claim that lists a caller's organizations; empty switches the scope check off
 * @param allowedOrigins origins whose scripts may call (the CORS protocol of the Fetch standard), as the browser sends
 *     them
 */
public record CallerConfiguration(Optional<String> organizationsClaim, Set<String> allowedOrigins) {}
