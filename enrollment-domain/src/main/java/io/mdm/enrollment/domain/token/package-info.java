/** Enrollment token: life cycle, look-up, and the use cases on single tokens. */
@NullMarked
package io.mdm.enrollment.domain.token;

import org.jspecify.annotations.NullMarked;
