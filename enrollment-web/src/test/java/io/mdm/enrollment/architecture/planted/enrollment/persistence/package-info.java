/** Breaks the rules of the package it is named after. */
@NullMarked
package io.mdm.enrollment.architecture.planted.enrollment.persistence;

import org.jspecify.annotations.NullMarked;
