package io.mdm.enrollment.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** A long way to a port of this machine: what is sent arrives after half of the round trip, however much it is. */
final class DelayedNetwork implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket listener;
    private final int target;
    private final long oneWayNanos;

    private DelayedNetwork(ServerSocket listener, int target, Duration roundTrip) {
        this.listener = listener;
        this.target = target;
        oneWayNanos = roundTrip.toNanos() / 2;
    }

    static DelayedNetwork to(int target, Duration roundTrip) throws IOException {
        var listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        var network = new DelayedNetwork(listener, target, roundTrip);
        daemon(network::accept);
        return network;
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** What is on its way; nothing at the end of the stream. */
    private record Packet(long due, ByteBuffer content) {}

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                connect(client, server);
                connect(server, client);
            }
        } catch (IOException closed) {
            // nobody is connected any more
        }
    }

    private void connect(Socket from, Socket to) {
        var way = new LinkedBlockingQueue<Packet>();
        daemon(() -> read(from, way));
        daemon(() -> write(way, to));
    }

    private void read(Socket from, BlockingQueue<Packet> way) {
        var buffer = new byte[65_536];
        int length = 0;
        while (length >= 0) {
            length = read(from, buffer);
            var content = ByteBuffer.wrap(Arrays.copyOf(buffer, Math.max(0, length)));
            way.add(new Packet(System.nanoTime() + oneWayNanos, content));
        }
    }

    private static int read(Socket from, byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException broken) {
            return -1;
        }
    }

    private static void write(BlockingQueue<Packet> way, Socket to) {
        try (to) {
            for (var packet = way.take(); packet.content().hasRemaining(); packet = way.take()) {
                for (long rest = packet.due() - System.nanoTime(); rest > 0; rest = packet.due() - System.nanoTime()) {
                    LockSupport.parkNanos(rest);
                }
                to.getOutputStream().write(packet.content().array());
            }
        } catch (IOException | InterruptedException broken) {
            // which the other side notices
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "network");
        thread.setDaemon(true);
        thread.start();
    }
}
