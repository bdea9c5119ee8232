package io.mdm.enrollment.api.spi;

/** Fired as a CDI event on the node that finds out that another one died, once for each lane that one was delivering. */
public record LaneTakenOver() {}
