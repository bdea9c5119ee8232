/** Audit record of who did what and when; it names no invited person. */
@NullMarked
package io.mdm.enrollment.domain.audit;

import org.jspecify.annotations.NullMarked;
