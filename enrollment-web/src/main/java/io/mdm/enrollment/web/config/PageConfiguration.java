package io.mdm.enrollment.web.config;

import java.util.Optional;

/**
 * Settings of the enroll page.
 *
 * @param clientAddressHeader header in which the reverse proxy names the client's address; empty without a proxy
 */
public record PageConfiguration(Optional<String> clientAddressHeader) {}
