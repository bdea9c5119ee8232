package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.RequestRefused;
import jakarta.json.stream.JsonParser.Event;

/** Events of one JSON value, wherever it comes from. */
interface ValueEvents {

    /** @throws RequestRefused if the value is broken, or has ended */
    Event next();

    /** Key, string, or number as written, of the latest event. */
    String text();

    /** @throws RequestRefused if anything follows the value */
    void end();
}
