/** Directory of the MDM server, read from the schema {@code mdm}. */
@NullMarked
package io.mdm.enrollment.persistence.directory;

import org.jspecify.annotations.NullMarked;
