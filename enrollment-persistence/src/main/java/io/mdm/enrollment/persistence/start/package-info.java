/** Start and stop of the module, and its health checks. */
@NullMarked
package io.mdm.enrollment.persistence.start;

import org.jspecify.annotations.NullMarked;
