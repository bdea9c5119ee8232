/** The HTTP API as it is on the wire: paths, permission names, request and answer records. JSON names are the component names. */
@NullMarked
package io.mdm.enrollment.api.http;

import org.jspecify.annotations.NullMarked;
