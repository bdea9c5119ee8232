/** Failure envelope, the same for failures of every origin. */
@NullMarked
package io.mdm.enrollment.web.problem;

import org.jspecify.annotations.NullMarked;
