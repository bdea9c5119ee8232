/** Organizations, policies, segments and users of the MDM server, which the module reads and never writes. */
@NullMarked
package io.mdm.enrollment.api.directory;

import org.jspecify.annotations.NullMarked;
