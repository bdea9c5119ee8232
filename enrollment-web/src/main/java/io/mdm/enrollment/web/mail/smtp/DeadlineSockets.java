package io.mdm.enrollment.web.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Socket factory of all connections to the relay. Angus Mail asks one factory for all of them, so each thread says
 * which deadline its next socket obeys.
 */
final class DeadlineSockets extends SocketFactory {
    private static final ThreadLocal<@Nullable Deadline> NEXT = new ThreadLocal<>();

    /** @param deadline of the socket that this thread asks for next */
    static void obey(Deadline deadline) {
        NEXT.set(deadline);
    }

    @Override
    public Socket createSocket() throws IOException {
        var deadline = NEXT.get();
        NEXT.remove();
        if (deadline == null) {
            throw new IOException("a socket without a deadline was asked for");
        }
        var socket = new DeadlineSocket(deadline);
        // the end of a message is a write of its own: with Nagle's algorithm it waits 40 ms for the relay to
        // acknowledge the rest
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("only sockets that are still to be connected");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localAddress, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("only sockets that are still to be connected");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) {
        return createSocket(host, port);
    }
}
