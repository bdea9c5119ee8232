/**
 * Bodies of requests, read strictly: the only place that knows their JSON.
 *
 * <p>JSON (RFC 8259) leaves open what repeated names, huge numbers and broken Unicode mean, and the usual bindings guess.
 * Nothing is guessed here: a body means exactly one request, or it is refused with everything that is wrong with it, in
 * document order. It is read once, front to end, without a tree of it ever being built.
 */
@NullMarked
package io.mdm.enrollment.web.body;

import org.jspecify.annotations.NullMarked;
