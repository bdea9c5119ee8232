/**
 * Metrics for operators (MicroProfile Metrics). Only {@link io.mdm.enrollment.web.metric.EnrollmentMetrics} knows the
 * registry; everything else fires CDI events, which nobody observes on a server without metrics.
 */
@NullMarked
package io.mdm.enrollment.web.metric;

import org.jspecify.annotations.NullMarked;
