/**
 * The conformance kit: runs the contract as it stands in the Markdown files below {@code conformance/}, each row of a
 * table a case, against any server that claims to fulfill it. It knows nothing of the module but its HTTP interface. It
 * also sends signed webhooks to a host's receiver, case by case, as {@code conformance/receiver.md} says.
 */
@NullMarked
package io.mdm.enrollment.conformance;

import org.jspecify.annotations.NullMarked;
