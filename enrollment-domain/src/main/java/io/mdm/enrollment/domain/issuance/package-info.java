/** Issuance of tokens: admission of recipients, quota, idempotency, and creation of the batch. */
@NullMarked
package io.mdm.enrollment.domain.issuance;

import org.jspecify.annotations.NullMarked;
