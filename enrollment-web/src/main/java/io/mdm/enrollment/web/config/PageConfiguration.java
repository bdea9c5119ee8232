package io.mdm.enrollment.web.config;

import java.util.Optional;

/**
 * How pages are answered.
 *
 * @param clientAddressHeader the header in which the proxy in front says whose request it is; empty where there is none
 */
public record PageConfiguration(Optional<String> clientAddressHeader) {}
