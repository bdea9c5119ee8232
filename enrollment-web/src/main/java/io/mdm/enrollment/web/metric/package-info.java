/**
 * Metrics for operators. Only {@link io.mdm.enrollment.web.metric.EnrollmentMetrics} knows what is counted; everything
 * else fires CDI events. It registers with one of two outlets, MicroProfile Metrics or OpenTelemetry; the classes that
 * name their types are never loaded on a server without them.
 */
@NullMarked
package io.mdm.enrollment.web.metric;

import org.jspecify.annotations.NullMarked;
