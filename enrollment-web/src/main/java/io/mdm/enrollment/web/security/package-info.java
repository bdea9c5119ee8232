/** Who calls, for which organization, and whether that is allowed: judged before a body is touched. */
@NullMarked
package io.mdm.enrollment.web.security;

import org.jspecify.annotations.NullMarked;
