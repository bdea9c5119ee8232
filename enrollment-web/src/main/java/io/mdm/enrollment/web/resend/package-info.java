/** Invitations that are to be sent once more. */
@NullMarked
package io.mdm.enrollment.web.resend;

import org.jspecify.annotations.NullMarked;
