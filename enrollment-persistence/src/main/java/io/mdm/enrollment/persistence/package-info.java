/** Adapters to PostgreSQL and to the server. */
@NullMarked
package io.mdm.enrollment.persistence;

import org.jspecify.annotations.NullMarked;
