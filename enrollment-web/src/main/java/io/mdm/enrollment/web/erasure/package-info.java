/** People who ask to be erased. */
@NullMarked
package io.mdm.enrollment.web.erasure;

import org.jspecify.annotations.NullMarked;
