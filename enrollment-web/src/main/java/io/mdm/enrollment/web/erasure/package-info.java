/** Erasure of personal data. */
@NullMarked
package io.mdm.enrollment.web.erasure;

import org.jspecify.annotations.NullMarked;
