/**
 * What happens, counted for operators (MicroProfile Metrics). Only {@link io.mdm.enrollment.web.metric.EnrollmentMetrics}
 * knows where the numbers go; everything else fires CDI events, which nobody hears on a server without metrics.
 */
@NullMarked
package io.mdm.enrollment.web.metric;

import org.jspecify.annotations.NullMarked;
