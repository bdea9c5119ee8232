/** Rules for modules, packages, places, words and documents, each with a proof that breaking it is noticed. */
@NullMarked
package io.mdm.enrollment.architecture;

import org.jspecify.annotations.NullMarked;
