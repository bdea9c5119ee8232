/**
 * Entry point for hosts: the use cases of the enrollment module with their commands and receipts, the events, and the
 * exceptions. Values stand in {@link io.mdm.enrollment.api.token}, {@link io.mdm.enrollment.api.report} and
 * {@link io.mdm.enrollment.api.directory}. Nothing here knows HTTP, JPA or a server.
 *
 * <p>Ids are 24 lower-case hexadecimal digits unless a comment says otherwise, instants are UTC, and every collection
 * is unmodifiable.
 */
@NullMarked
package io.mdm.enrollment.api;

import org.jspecify.annotations.NullMarked;
