/** Resending of invitations. */
@NullMarked
package io.mdm.enrollment.web.resend;

import org.jspecify.annotations.NullMarked;
