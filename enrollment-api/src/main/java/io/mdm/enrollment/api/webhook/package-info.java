/** Webhooks as an administrator sees them. */
@NullMarked
package io.mdm.enrollment.api.webhook;

import org.jspecify.annotations.NullMarked;
