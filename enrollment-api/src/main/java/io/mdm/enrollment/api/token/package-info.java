/** Enrollment tokens as a host sees them: settings, state, proofs and lists. */
@NullMarked
package io.mdm.enrollment.api.token;

import org.jspecify.annotations.NullMarked;
