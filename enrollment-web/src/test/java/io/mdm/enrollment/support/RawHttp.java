package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
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
     * Sends a request on a connection of its own, and reads its answer.
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
            return reply(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that waits for the rest of the request does not hang up. */
    private static Reply reply(InputStream answer) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = answer.read();
            if (octet < 0) {
                throw new IOException("The server hung up after " + head);
            }
            head.append((char) octet);
        }
        var headers = headers(head.toString());
        int status = Integer.parseInt(head.substring(0, head.indexOf("\r\n")).split(" ", 3)[1]);
        var length = headers.firstValueAsLong("Content-Length");
        var body = length.isPresent() ? answer.readNBytes((int) length.getAsLong()) : answer.readAllBytes();
        return new Reply(status, headers, new String(body, UTF_8));
    }

    private static HttpHeaders headers(String head) {
        Map<String, List<String>> lines = head.lines()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(":", 2))
                .collect(Collectors.groupingBy(
                        line -> line[0], Collectors.mapping(line -> line[1].strip(), Collectors.toList())));
        return HttpHeaders.of(lines, (name, value) -> true);
    }
}
