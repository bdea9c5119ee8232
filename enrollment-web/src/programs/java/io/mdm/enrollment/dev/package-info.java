/** {@code mvn -Prun}: the whole product on this machine, and its main job done once before the reader's eyes. */
@NullMarked
package io.mdm.enrollment.dev;

import org.jspecify.annotations.NullMarked;
