/** Commands with an idempotency key: each is carried out once, and its receipt kept for repetitions. */
@NullMarked
package io.mdm.enrollment.domain.idempotency;

import org.jspecify.annotations.NullMarked;
