package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on 127.0.0.1 that answers 200 to everything, and keeps the heads of requests as they come. */
public final class RecordingServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private RecordingServer(ServerSocket listener) {
        this.listener = listener;
    }

    public static RecordingServer start() {
        try {
            var server = new RecordingServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            var thread = new Thread(server::serve, "recording server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** Request lines and headers so far, in the order of their arrival. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (var connection = listener.accept()) {
                answer(connection);
            } catch (IOException ended) {
                // the next one may do better
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        var head = head(new BufferedInputStream(connection.getInputStream()));
        if (!head.isEmpty()) {
            heads.add(head);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".getBytes(ISO_8859_1));
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(ISO_8859_1);
            }
        }
        return "";
    }
}
