/** Bill of materials of the container image, and tests of the Helm chart. Nothing of it ships. */
@NullMarked
package io.mdm.enrollment.image;

import org.jspecify.annotations.NullMarked;
