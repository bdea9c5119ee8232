/**
 * The conformance kit: runs the contract as it stands in the Markdown files below {@code conformance/}, each row of a
 * table a case, against any server that claims to fulfill it. It knows nothing of the module but its HTTP interface.
 */
@NullMarked
package io.mdm.enrollment.conformance;

import org.jspecify.annotations.NullMarked;
