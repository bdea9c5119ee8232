/** One accepted request: its settings, invitees and rejections. */
@NullMarked
package io.mdm.enrollment.domain.batch;

import org.jspecify.annotations.NullMarked;
