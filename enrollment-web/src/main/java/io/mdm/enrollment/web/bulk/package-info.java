/** The bulk request and what its body may hold. */
@NullMarked
package io.mdm.enrollment.web.bulk;

import org.jspecify.annotations.NullMarked;
