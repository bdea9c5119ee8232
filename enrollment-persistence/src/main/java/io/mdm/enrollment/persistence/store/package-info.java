/** Repositories on the schema {@code enrollment}: tokens, batches, promised invitations and what belongs to them. */
@NullMarked
package io.mdm.enrollment.persistence.store;

import org.jspecify.annotations.NullMarked;
