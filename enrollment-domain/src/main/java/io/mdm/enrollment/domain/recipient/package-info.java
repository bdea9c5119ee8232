/** Who is invited: which addresses can be mailed, and when two of them are the same. */
@NullMarked
package io.mdm.enrollment.domain.recipient;

import org.jspecify.annotations.NullMarked;
