package io.mdm.enrollment.api.spi;

import java.time.InstantSource;

/**
 * Clock of the module, in whole milliseconds. A type of its own, so that it never competes with a clock bean of the
 * host.
 */
@FunctionalInterface
public interface ModuleClock extends InstantSource {}
