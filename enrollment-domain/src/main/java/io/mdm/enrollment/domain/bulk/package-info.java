/** Changes of bulk requests after their creation: extension, pause, revocation. */
@NullMarked
package io.mdm.enrollment.domain.bulk;

import org.jspecify.annotations.NullMarked;
