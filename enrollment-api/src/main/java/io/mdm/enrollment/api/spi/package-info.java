/** Ports between the halves of this module: what the domain asks of its surroundings. Not for hosts, and free to change. */
@NullMarked
package io.mdm.enrollment.api.spi;

import org.jspecify.annotations.NullMarked;
