/** Reports: outcome and mail of each recipient of a batch. */
@NullMarked
package io.mdm.enrollment.domain.report;

import org.jspecify.annotations.NullMarked;
