/** How answers are written. */
@NullMarked
package io.mdm.enrollment.web.answer;

import org.jspecify.annotations.NullMarked;
