/** Invitations as MIME messages, octet by octet as they go to the relay. */
@NullMarked
package io.mdm.enrollment.web.mail.mime;

import org.jspecify.annotations.NullMarked;
