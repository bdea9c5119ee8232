/**
 * Traces, by OpenTelemetry where the server has it and it is switched on. Only
 * {@link io.mdm.enrollment.web.telemetry.OpenTelemetryTracing} names its types; on any other server that class is never
 * loaded.
 */
@NullMarked
package io.mdm.enrollment.web.telemetry;

import org.jspecify.annotations.NullMarked;
