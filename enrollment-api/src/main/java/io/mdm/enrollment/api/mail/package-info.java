/** Invitations by mail, as tokens and reports show them. */
@NullMarked
package io.mdm.enrollment.api.mail;

import org.jspecify.annotations.NullMarked;
