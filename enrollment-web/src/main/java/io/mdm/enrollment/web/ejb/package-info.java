/**
 * Local EJB view of the use cases, for other modules of the same EAR, where injection does not reach them:
 * {@code java:app/enrollment/<use case>}.
 *
 * <p>Each bean only passes the call on, within the transaction of the caller if there is one. {@code SUPPORTS} and not
 * {@code REQUIRED}: otherwise every use case would run in a transaction of its caller, and none could be repeated after
 * a conflict. {@code @Typed} keeps the beans out of injection, where they would be second implementations.
 * {@code @PermitAll} is what WildFly wants to be told if the EAR has a security domain. {@code ejb-jar.xml} has
 * exceptions arrive unwrapped.
 */
@NullMarked
package io.mdm.enrollment.web.ejb;

import org.jspecify.annotations.NullMarked;
