/**
 * Tests of the WAR we ship, over HTTP and SMTP, run by {@code mvn verify}.
 *
 * <p>Classes that extend {@link io.mdm.enrollment.it.SharedServer} use one server;
 * {@link io.mdm.enrollment.it.Surroundings} starts what that server needs.
 */
@NullMarked
package io.mdm.enrollment.it;

import org.jspecify.annotations.NullMarked;
