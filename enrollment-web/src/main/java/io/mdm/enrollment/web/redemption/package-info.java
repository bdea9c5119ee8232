/** What the enrollment service of the MDM server asks over HTTP when a device presents a proof. */
@NullMarked
package io.mdm.enrollment.web.redemption;

import org.jspecify.annotations.NullMarked;
