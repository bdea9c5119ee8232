/** What became of the recipients of a batch. */
@NullMarked
package io.mdm.enrollment.domain.report;

import org.jspecify.annotations.NullMarked;
