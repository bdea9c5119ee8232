package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;

/** HTTP/1 by hand (RFC 9112), for requests that no client library would send: what is given goes out as it is. */
public final class RawHttp {
    private RawHttp() {}

    /**
     * Sends a request on a connection of its own, and reads the answer to it.
     *
     * @param request from the request line to the last byte of the body
     * @throws IOException when what comes is no HTTP/1 answer
     */
    public static Reply exchange(URI server, byte[] request) throws IOException {
        try (var socket = connect(server)) {
            socket.setSoTimeout(Math.toIntExact(Patience.LIMIT.toMillis()));
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException refused) {
                // the answer, if there is one, says why
            }
            return reply(new BufferedInputStream(socket.getInputStream()), isHead(request));
        }
    }

    /** Answers to it have no body, whatever their headers say (RFC 9110, section 9.3.2). */
    private static boolean isHead(byte[] request) {
        return new String(request, ISO_8859_1).startsWith("HEAD ");
    }

    private static Socket connect(URI server) throws IOException {
        boolean secure = server.getScheme().equals("https");
        int port = server.getPort() < 0 ? (secure ? 443 : 80) : server.getPort();
        return secure
                ? SSLSocketFactory.getDefault().createSocket(server.getHost(), port)
                : new Socket(server.getHost(), port);
    }

    private static Reply reply(InputStream in, boolean head) throws IOException {
        var statusLine = line(in);
        if (!statusLine.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new IOException("no answer, but \"" + statusLine + "\"");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var header = line.split(":\\s*", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
        }
        var body = head ? new byte[0] : body(headers, in);
        return new Reply(
                Integer.parseInt(statusLine.substring(9, 12)),
                HttpHeaders.of(headers, (name, value) -> true),
                new String(body, UTF_8));
    }

    private static byte[] body(Map<String, List<String>> headers, InputStream in) throws IOException {
        return headers.containsKey("Transfer-Encoding") ? chunks(in) : in.readNBytes(length(headers));
    }

    /** A server that waits for the rest of the request does not hang up. */
    private static int length(Map<String, List<String>> headers) {
        return headers.containsKey("Content-Length")
                ? Integer.parseInt(headers.get("Content-Length").get(0))
                : Integer.MAX_VALUE;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = size(in); length > 0; length = size(in)) {
            body.writeBytes(in.readNBytes(length));
            line(in);
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
