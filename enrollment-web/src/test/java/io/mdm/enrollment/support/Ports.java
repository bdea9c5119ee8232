package io.mdm.enrollment.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1 that nobody listens on, for the moment. */
public final class Ports {
    private Ports() {}

    /** The wanted port or, if somebody has it, any other. */
    public static int preferably(int wanted) {
        try {
            return opened(wanted);
        } catch (IOException e) {
            return anyFree();
        }
    }

    public static int anyFree() {
        try {
            return opened(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int opened(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
