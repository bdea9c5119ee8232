/** Words in the reader's language, and their way into HTML. */
@NullMarked
package io.mdm.enrollment.web.text;

import org.jspecify.annotations.NullMarked;
