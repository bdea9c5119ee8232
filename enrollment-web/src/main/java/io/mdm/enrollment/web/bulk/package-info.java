/** Bulk request: resource, schema of its body, idempotency and concurrency. */
@NullMarked
package io.mdm.enrollment.web.bulk;

import org.jspecify.annotations.NullMarked;
