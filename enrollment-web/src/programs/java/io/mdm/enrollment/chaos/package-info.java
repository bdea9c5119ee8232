/**
 * The proof that nothing is lost: nodes, database and relay are made to fail while invitations and reminders are
 * delivered, and every mail is counted.
 */
@NullMarked
package io.mdm.enrollment.chaos;

import org.jspecify.annotations.NullMarked;
