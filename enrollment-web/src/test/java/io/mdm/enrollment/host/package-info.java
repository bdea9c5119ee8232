/** A larger MDM server in small: what a host that embeds the module has of its own. */
@NullMarked
package io.mdm.enrollment.host;

import org.jspecify.annotations.NullMarked;
