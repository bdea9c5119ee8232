/** Breaks the rules of the package it is named after. */
@NullMarked
package io.mdm.enrollment.architecture.planted.enrollment.api.spi;

import org.jspecify.annotations.NullMarked;
