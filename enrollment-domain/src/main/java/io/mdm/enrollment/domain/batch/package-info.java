/** One accepted bulk request, and whom it did and did not admit. */
@NullMarked
package io.mdm.enrollment.domain.batch;

import org.jspecify.annotations.NullMarked;
