/** The tokens of an organization, one by one and as a list. */
@NullMarked
package io.mdm.enrollment.web.token;

import org.jspecify.annotations.NullMarked;
