package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** HTTP/1.0 by hand, for requests that no client library would send; answers to it are never chunked (RFC 9112, section 6.1). */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /**
     * Sends a request on a connection of its own, and reads until the server hangs up.
     *
     * @param head request line and header lines, separated by {@code \n}
     * @param body all that is sent after the head, whatever that says
     */
    static Reply send(URI server, String head, String body) {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var request = (head.strip() + "\n\n").replace("\n", "\r\n") + body;
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return reply(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(String answer) {
        var parts = answer.split("\r\n\r\n", 2);
        if (parts.length < 2) {
            throw new IllegalStateException("No HTTP answer: " + answer);
        }
        int status = Integer.parseInt(parts[0].split(" ", 3)[1]);
        return new Reply(status, headers(parts[0]), parts[1]);
    }

    private static HttpHeaders headers(String head) {
        Map<String, List<String>> lines = head.lines()
                .skip(1)
                .map(line -> line.split(":", 2))
                .collect(Collectors.groupingBy(
                        line -> line[0], Collectors.mapping(line -> line[1].strip(), Collectors.toList())));
        return HttpHeaders.of(lines, (name, value) -> true);
    }
}
