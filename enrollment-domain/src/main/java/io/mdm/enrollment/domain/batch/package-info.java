/** One accepted bulk request: who of it got a token, and what became of each. */
@NullMarked
package io.mdm.enrollment.domain.batch;

import org.jspecify.annotations.NullMarked;
