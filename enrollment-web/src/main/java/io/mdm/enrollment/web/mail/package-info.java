/**
 * SMTP out: the connection to the relay and the invitation as a MIME message. Only the Jakarta Mail API is compiled
 * against; the implementation is the server's.
 */
@NullMarked
package io.mdm.enrollment.web.mail;

import org.jspecify.annotations.NullMarked;
