/** Texts in the reader's language, and their escaping in HTML. */
@NullMarked
package io.mdm.enrollment.web.text;

import org.jspecify.annotations.NullMarked;
