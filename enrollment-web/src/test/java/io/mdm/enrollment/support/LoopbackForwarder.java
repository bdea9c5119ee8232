package io.mdm.enrollment.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network in small: forwards connections on the loopback to another port, until it falls silent. Then it accepts
 * everything and delivers nothing, as a network does that loses packets.
 */
public final class LoopbackForwarder implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;
    private volatile boolean losing;

    private LoopbackForwarder(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    public static LoopbackForwarder to(int target) {
        try {
            var forwarder = new LoopbackForwarder(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
            daemon(forwarder::accept);
            return forwarder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param direct URL of the target */
    public String url(String direct) {
        return direct.replace(":" + target + "/", ":" + listener.getLocalPort() + "/");
    }

    /** From now on nothing arrives, on old connections and on new ones; nobody is told. */
    public void fallSilent() {
        silent = true;
    }

    /** From now on requests arrive, and a connection breaks when it would bring the answer. */
    public void loseAnswers() {
        losing = true;
    }

    /** Old connections break, new ones are forwarded again. */
    public void recover() {
        silent = false;
        losing = false;
        sockets.forEach(LoopbackForwarder::close);
    }

    @Override
    public void close() {
        close(listener);
        sockets.forEach(LoopbackForwarder::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = opened(listener.accept());
                var server = opened(new Socket(InetAddress.getLoopbackAddress(), target));
                daemon(() -> forward(client, server));
                daemon(() -> forward(server, client));
            } catch (IOException closed) {
                // or the target does not listen: the next one may have more luck
            }
        }
    }

    private Socket opened(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void forward(Socket from, Socket to) {
        var buffer = new byte[16_384];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0 && !(losing && from.getPort() == target);
                    read = from.getInputStream().read(buffer)) {
                if (!silent) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException closed) {
            // by the other direction
        } finally {
            sockets.remove(from);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            // which is what was wanted
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
