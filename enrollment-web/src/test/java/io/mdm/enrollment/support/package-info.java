/** What tests of several packages lean on. */
@NullMarked
package io.mdm.enrollment.support;

import org.jspecify.annotations.NullMarked;
