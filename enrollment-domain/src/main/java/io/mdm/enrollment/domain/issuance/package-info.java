/** The bulk request: who is admitted, what is issued to them, and what is promised. */
@NullMarked
package io.mdm.enrollment.domain.issuance;

import org.jspecify.annotations.NullMarked;
