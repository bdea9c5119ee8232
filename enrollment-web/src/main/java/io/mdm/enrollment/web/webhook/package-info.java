/** Webhooks: their requests to receivers, and what administrators see of them. */
@NullMarked
package io.mdm.enrollment.web.webhook;

import org.jspecify.annotations.NullMarked;
