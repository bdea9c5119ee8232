/** Failures of every origin, in one envelope. */
@NullMarked
package io.mdm.enrollment.web.problem;

import org.jspecify.annotations.NullMarked;
