/**
 * Receiver of signed webhooks, as a host writes one: verifies each request, recognizes repetitions, and remembers what
 * arrived. It knows nothing of the module but its wire format.
 */
@NullMarked
package io.mdm.enrollment.receiver;

import org.jspecify.annotations.NullMarked;
