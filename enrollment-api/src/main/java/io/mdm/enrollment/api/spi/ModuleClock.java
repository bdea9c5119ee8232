package io.mdm.enrollment.api.spi;

import java.time.InstantSource;

/** The clock of this module, a type of its own so that a host's clock does not get in its way. Whole milliseconds. */
@FunctionalInterface
public interface ModuleClock extends InstantSource {}
