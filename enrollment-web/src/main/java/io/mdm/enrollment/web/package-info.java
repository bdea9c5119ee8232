/** Wiring of the HTTP side of the module. */
@NullMarked
package io.mdm.enrollment.web;

import org.jspecify.annotations.NullMarked;
