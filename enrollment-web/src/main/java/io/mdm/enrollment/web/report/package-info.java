/** Report on the recipients of a bulk request, as JSON and CSV. */
@NullMarked
package io.mdm.enrollment.web.report;

import org.jspecify.annotations.NullMarked;
