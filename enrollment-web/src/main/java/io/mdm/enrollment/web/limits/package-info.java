/** Limits of requests, for forms. */
@NullMarked
package io.mdm.enrollment.web.limits;

import org.jspecify.annotations.NullMarked;
