/** The promise to send an invitation, and its keeping. */
@NullMarked
package io.mdm.enrollment.domain.delivery;

import org.jspecify.annotations.NullMarked;
