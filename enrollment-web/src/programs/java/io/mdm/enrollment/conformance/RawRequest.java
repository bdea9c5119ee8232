package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;

/** A request as it goes over a connection of its own (RFC 9112), sound or not. */
record RawRequest(Request request, URI base) {
    private static final int CHUNK = 8192;

    byte[] bytes() {
        var body = request.body() == null ? new byte[0] : request.body();
        boolean chunked = request.mentions("Transfer-Encoding");
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n"
                .formatted(request.method(), request.target(), base.getRawAuthority()));
        request.headers().forEach(header -> head.append("%s: %s\r\n".formatted(header.getKey(), header.getValue())));
        if (!chunked && !request.mentions("Content-Length")) {
            head.append("Content-Length: %d\r\n".formatted(body.length));
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
        if (chunked) {
            writeChunks(body, bytes);
        } else {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    private static void writeChunks(byte[] body, ByteArrayOutputStream out) {
        for (int start = 0; start < body.length; start += CHUNK) {
            int length = Math.min(CHUNK, body.length - start);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(UTF_8));
            out.write(body, start, length);
            out.writeBytes("\r\n".getBytes(UTF_8));
        }
        out.writeBytes("0\r\n\r\n".getBytes(UTF_8));
    }
}
