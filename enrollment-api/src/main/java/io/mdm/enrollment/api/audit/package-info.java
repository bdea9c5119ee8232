/** Audit record as it is read. */
@NullMarked
package io.mdm.enrollment.api.audit;

import org.jspecify.annotations.NullMarked;
