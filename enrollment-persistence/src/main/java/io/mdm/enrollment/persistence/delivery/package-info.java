/** The engine that has lanes delivered: db-scheduler on the module's own database. */
@NullMarked
package io.mdm.enrollment.persistence.delivery;

import org.jspecify.annotations.NullMarked;
