/** Retention of stored data, and erasure of a person's data on request. */
@NullMarked
package io.mdm.enrollment.domain.retention;

import org.jspecify.annotations.NullMarked;
