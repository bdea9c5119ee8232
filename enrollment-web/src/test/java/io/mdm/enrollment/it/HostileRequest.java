package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mdm.enrollment.support.RawHttp;
import io.mdm.enrollment.support.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * A request as no client library would send it.
 *
 * @param path as it goes over the wire, with its query; as ISO 8859-1, a character for a byte
 * @param headers whole lines, in the same form
 * @param body in the same form
 */
record HostileRequest(String method, String path, List<String> headers, String body) {

    /** @throws IOException if no HTTP answer comes */
    Reply sendTo(URI server) throws IOException {
        var head = method + " " + path + " HTTP/1.1\r\nConnection: close\r\n";
        var whole =
                head + String.join("", headers.stream().map("%s\r\n"::formatted).toList()) + "\r\n" + body;
        return RawHttp.exchange(server, whole.getBytes(ISO_8859_1));
    }

    boolean isOfTheApi() {
        return path.matches("/v1(/.*)?");
    }
}
