package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A request, good or bad.
 *
 * @param headers names and values in turn
 * @param body as ISO 8859-1, a character for a byte; empty for none
 * @param total what a success must count, where that is known
 */
record GeneratedRequest(
        GeneratedBearer bearer, String method, String path, List<String> headers, String body, OptionalInt total) {

    Reply sendTo(Map<GeneratedBearer, EnrollmentServer> servers) {
        var server = Objects.requireNonNull(servers.get(bearer));
        var request = server.request(path);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        var content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1));
        return server.send(request.method(method, content));
    }
}
