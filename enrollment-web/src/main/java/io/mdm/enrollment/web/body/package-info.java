/**
 * Strict reading of request bodies and query parameters: the only place that knows the JSON of requests.
 *
 * <p>JSON (RFC 8259) leaves open what repeated names, huge numbers and broken Unicode mean, and the usual bindings
 * guess. Nothing is guessed here: a body means exactly one request, or it is refused with all of its errors, in
 * document order. It is read once, as a stream; no tree is built. The body of each route is described by a
 * {@link io.mdm.enrollment.web.body.BodySchema}.
 */
@NullMarked
package io.mdm.enrollment.web.body;

import org.jspecify.annotations.NullMarked;
