/** What became of every recipient, told as JSON and as CSV. */
@NullMarked
package io.mdm.enrollment.web.report;

import org.jspecify.annotations.NullMarked;
