/** The arrows between modules and the places of what must stand in few places, and the proof that breaking them is seen. */
@NullMarked
package io.mdm.enrollment.architecture;

import org.jspecify.annotations.NullMarked;
