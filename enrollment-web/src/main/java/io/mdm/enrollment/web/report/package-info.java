/** Bulk requests: the list of them, and the report on the recipients of one, as JSON and CSV. */
@NullMarked
package io.mdm.enrollment.web.report;

import org.jspecify.annotations.NullMarked;
