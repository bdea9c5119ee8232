/**
 * A real PostgreSQL for tests and for the development server: unpacked from the class path, run without root's rights.
 */
@NullMarked
package io.mdm.enrollment.postgres;

import org.jspecify.annotations.NullMarked;
