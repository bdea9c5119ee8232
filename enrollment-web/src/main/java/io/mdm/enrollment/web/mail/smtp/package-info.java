/**
 * Conversation with the mail relay. Only the Jakarta Mail API is compiled against; the implementation is the server's.
 */
@NullMarked
package io.mdm.enrollment.web.mail.smtp;

import org.jspecify.annotations.NullMarked;
