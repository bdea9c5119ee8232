/**
 * Webhooks: events of the module that receivers outside of it get in order, at least once. Transactions write events
 * into an outbox; a job gives each its place in one order; each webhook has a cursor in that order.
 */
@NullMarked
package io.mdm.enrollment.domain.webhook;

import org.jspecify.annotations.NullMarked;
