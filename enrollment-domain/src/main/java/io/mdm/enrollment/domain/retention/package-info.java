/** What is erased after its time, and what is written down for good. */
@NullMarked
package io.mdm.enrollment.domain.retention;

import org.jspecify.annotations.NullMarked;
