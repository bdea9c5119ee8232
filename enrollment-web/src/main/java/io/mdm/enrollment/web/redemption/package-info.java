/** Requests of the MDM server's enrollment service about a proof that a device presents. */
@NullMarked
package io.mdm.enrollment.web.redemption;

import org.jspecify.annotations.NullMarked;
