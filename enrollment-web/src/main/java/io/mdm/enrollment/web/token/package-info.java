/** Tokens of an organization: list, create, read, update, revoke. */
@NullMarked
package io.mdm.enrollment.web.token;

import org.jspecify.annotations.NullMarked;
