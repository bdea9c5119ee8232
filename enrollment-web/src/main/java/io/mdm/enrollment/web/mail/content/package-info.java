/** Text and HTML of an invitation, in the recipient's language. */
@NullMarked
package io.mdm.enrollment.web.mail.content;

import org.jspecify.annotations.NullMarked;
