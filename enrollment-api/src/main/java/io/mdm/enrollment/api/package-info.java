/**
 * What a host compiles against: the use cases of the enrollment module, the event it fires, and the ports that its
 * surroundings implement. Nothing here knows HTTP, JPA or a server.
 *
 * <p>Ids are 24 lower-case hexadecimal digits unless a comment says otherwise, instants are UTC, and every collection is
 * unmodifiable.
 */
@NullMarked
package io.mdm.enrollment.api;

import org.jspecify.annotations.NullMarked;
