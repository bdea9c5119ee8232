/** Header {@code Idempotency-Key}: requests that are carried out once. */
@NullMarked
package io.mdm.enrollment.web.idempotency;

import org.jspecify.annotations.NullMarked;
