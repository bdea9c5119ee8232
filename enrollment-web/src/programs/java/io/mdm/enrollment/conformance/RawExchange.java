package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;

/** One exchange over a connection of its own: what is written goes out as it is (RFC 9112), sound or not. */
record RawExchange(URI base) {
    private static final int CHUNK = 8192;

    Reply send(Request request) throws IOException {
        try (var socket = connect()) {
            socket.setSoTimeout(Math.toIntExact(Wire.PATIENCE.toMillis()));
            try {
                write(request, socket.getOutputStream());
            } catch (IOException refused) {
                // the answer, if there is one, says why
            }
            return answer(socket.getInputStream());
        }
    }

    private Socket connect() throws IOException {
        boolean secure = base.getScheme().equals("https");
        int port = base.getPort() < 0 ? (secure ? 443 : 80) : base.getPort();
        return secure
                ? SSLSocketFactory.getDefault().createSocket(base.getHost(), port)
                : new Socket(base.getHost(), port);
    }

    private void write(Request request, OutputStream out) throws IOException {
        var body = request.body() == null ? new byte[0] : request.body();
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n"
                .formatted(request.method(), request.target(), base.getRawAuthority()));
        request.headers().forEach(header -> head.append("%s: %s\r\n".formatted(header.getKey(), header.getValue())));
        boolean chunked = request.mentions("Transfer-Encoding");
        if (!chunked && !request.mentions("Content-Length")) {
            head.append("Content-Length: %d\r\n".formatted(body.length));
        }
        out.write(head.append("\r\n").toString().getBytes(UTF_8));
        if (chunked) {
            writeChunks(body, out);
        } else {
            out.write(body);
        }
        out.flush();
    }

    private static void writeChunks(byte[] body, OutputStream out) throws IOException {
        for (int start = 0; start < body.length; start += CHUNK) {
            int length = Math.min(CHUNK, body.length - start);
            out.write((Integer.toHexString(length) + "\r\n").getBytes(UTF_8));
            out.write(body, start, length);
            out.write("\r\n".getBytes(UTF_8));
        }
        out.write("0\r\n\r\n".getBytes(UTF_8));
    }

    private static Reply answer(InputStream in) throws IOException {
        String statusLine = line(in);
        if (!statusLine.matches("HTTP/1\\.1 \\d{3}.*")) {
            throw new IOException("no answer, but \"" + statusLine + "\"");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            var header = line.split(":\\s*", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
        }
        boolean chunked = headers.containsKey("Transfer-Encoding");
        var body = chunked ? chunks(in) : in.readNBytes(length(headers));
        return new Reply(
                Integer.parseInt(statusLine.substring(9, 12)),
                HttpHeaders.of(headers, (name, value) -> true),
                new String(body, UTF_8));
    }

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
        var line = new byte[CHUNK];
        int length = 0;
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line[length++] = (byte) next;
        }
        return new String(Arrays.copyOf(line, length), ISO_8859_1).stripTrailing();
    }
}
