/**
 * The HTTP API on the wire: paths, permission names, failures, request and answer records. JSON names are the names of
 * record components.
 */
@NullMarked
package io.mdm.enrollment.api.http;

import org.jspecify.annotations.NullMarked;
