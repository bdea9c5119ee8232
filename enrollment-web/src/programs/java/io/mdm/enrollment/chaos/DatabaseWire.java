package io.mdm.enrollment.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wire between a node and the database. Cut, it leaves all connections open and carries nothing any more, as a network
 * does that drops packets; mended, it carries new connections only.
 */
final class DatabaseWire implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket listener;
    private final int database;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean cut;

    /** @param database its port on the loopback */
    DatabaseWire(int database) throws IOException {
        this.database = database;
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        inThread(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    void cut() {
        cut = true;
        cuts.incrementAndGet();
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            while (true) {
                connect(listener.accept());
            }
        } catch (IOException closed) {
            // nobody is connected any more
        }
    }

    private void connect(Socket node) throws IOException {
        int since = cuts.get();
        if (cut) {
            return; // accepted, and never heard of again
        }
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), database);
            node.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            inThread(() -> carry(node, server, since));
            inThread(() -> carry(server, node, since));
        } catch (IOException unreachable) {
            node.close();
        }
    }

    private void carry(Socket from, Socket to, int since) {
        var octets = new byte[16_384];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(octets); read >= 0; read = in.read(octets)) {
                if (cuts.get() == since) {
                    out.write(octets, 0, read);
                }
            }
        } catch (IOException ended) {
            // by one of the two
        }
    }

    private static void inThread(Runnable work) {
        var thread = new Thread(work, "database-wire");
        thread.setDaemon(true);
        thread.start();
    }
}
