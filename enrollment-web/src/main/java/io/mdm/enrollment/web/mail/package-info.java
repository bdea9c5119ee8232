/**
 * SMTP out, in three rooms: {@code smtp} talks to the relay, {@code mime} writes a message, {@code content} is what an
 * invitation says. Each sees only those behind it in this order.
 */
@NullMarked
package io.mdm.enrollment.web.mail;

import org.jspecify.annotations.NullMarked;
