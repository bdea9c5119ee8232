/** Audit record over HTTP. */
@NullMarked
package io.mdm.enrollment.web.audit;

import org.jspecify.annotations.NullMarked;
