/** Own part of a host that stands beside the module in one EAR and calls it in process. */
@NullMarked
package io.mdm.enrollment.host.ear;

import org.jspecify.annotations.NullMarked;
