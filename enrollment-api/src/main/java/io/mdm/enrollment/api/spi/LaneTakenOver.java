package io.mdm.enrollment.api.spi;

/** CDI event: this node found another one dead and took over a delivery lane. Fired once per lane. */
public record LaneTakenOver() {}
