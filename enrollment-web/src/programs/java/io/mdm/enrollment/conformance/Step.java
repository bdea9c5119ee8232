package io.mdm.enrollment.conformance;

import java.util.Optional;

/**
 * One request of a case and what is to be answered.
 *
 * @param request as written, with {@code {{…}}} to fill in
 * @param answer as written; where there is none, the case's own {@code answer} counts
 */
record Step(Way way, String request, Optional<String> answer) {

    /** How a request travels. */
    enum Way {
        /** By an ordinary client. */
        CLIENT,
        /** Written on a socket, byte by byte, because ordinary clients refuse to send it. */
        SOCKET
    }

    Step answering(String expected) {
        return new Step(way, request, Optional.of(expected));
    }
}
