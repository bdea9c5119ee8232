/** Invited people: validation and normalization of their addresses. */
@NullMarked
package io.mdm.enrollment.domain.recipient;

import org.jspecify.annotations.NullMarked;
