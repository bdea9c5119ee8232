/**
 * OpenAPI document of the running server: the reviewed {@code META-INF/openapi.yaml} and what only the server knows.
 */
@NullMarked
package io.mdm.enrollment.web.openapi;

import org.jspecify.annotations.NullMarked;
