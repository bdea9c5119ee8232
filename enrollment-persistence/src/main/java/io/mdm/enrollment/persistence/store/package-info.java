/** Tokens, batches and promised invitations in the schema {@code enrollment}. */
@NullMarked
package io.mdm.enrollment.persistence.store;

import org.jspecify.annotations.NullMarked;
