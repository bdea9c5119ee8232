/** What happens when the module starts and stops, in order. */
@NullMarked
package io.mdm.enrollment.persistence.start;

import org.jspecify.annotations.NullMarked;
