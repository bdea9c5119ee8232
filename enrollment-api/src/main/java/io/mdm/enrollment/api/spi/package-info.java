/**
 * Ports between the halves of this module, services the domain requires of web and of the host server, and the formats
 * that both halves share. Not for hosts.
 */
@NullMarked
package io.mdm.enrollment.api.spi;

import org.jspecify.annotations.NullMarked;
