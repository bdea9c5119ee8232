/** Reports on bulk requests: one outcome per recipient, and how far its mail has come. */
@NullMarked
package io.mdm.enrollment.api.report;

import org.jspecify.annotations.NullMarked;
