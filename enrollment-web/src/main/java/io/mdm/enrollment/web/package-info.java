/** The HTTP side of the module, put together. */
@NullMarked
package io.mdm.enrollment.web;

import org.jspecify.annotations.NullMarked;
