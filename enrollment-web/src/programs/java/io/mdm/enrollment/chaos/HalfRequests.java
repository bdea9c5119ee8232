package io.mdm.enrollment.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Connections over which a request stops halfway, until they are closed. */
record HalfRequests(List<Socket> connections) implements AutoCloseable {

    static HalfRequests sent(HalfRequest half, EnrollmentServer server, Tenant tenant) throws IOException {
        var tokens = server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
        var authorization = server.request("").build().headers().firstValue("Authorization");
        var head = half.head(tokens, authorization.orElseThrow(), server.base().getRawAuthority());
        var filling = new byte[half.filling()];
        Arrays.fill(filling, (byte) 'a');
        var connections = new ArrayList<Socket>();
        for (int each = 0; each < half.count(); each++) {
            var connection = new Socket(server.base().getHost(), server.base().getPort());
            connections.add(connection);
            connection.getOutputStream().write(head.getBytes(UTF_8));
            new Thread(() -> send(filling, connection)).start();
        }
        return new HalfRequests(connections);
    }

    /** How many there are. */
    int count() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }

    private static void send(byte[] filling, Socket connection) {
        try {
            connection.getOutputStream().write(filling);
        } catch (IOException refused) {
            // as it may be
        }
    }
}
