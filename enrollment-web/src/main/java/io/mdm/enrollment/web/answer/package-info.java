/** JSON form and preconditions of answers. */
@NullMarked
package io.mdm.enrollment.web.answer;

import org.jspecify.annotations.NullMarked;
