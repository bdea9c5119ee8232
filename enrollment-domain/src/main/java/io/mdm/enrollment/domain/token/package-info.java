/** The enrollment token and its life. */
@NullMarked
package io.mdm.enrollment.domain.token;

import org.jspecify.annotations.NullMarked;
