package io.mdm.enrollment.web.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who guesses, as far as the network tells: an IPv4 address or the first 64 bits of an IPv6 address, which is what one
 * subscriber has (RFC 6177).
 */
record Network(String prefix) {
    /** Everybody without an address that can be read. */
    static final Network UNKNOWN = new Network("");

    private static final int SUBSCRIBER_BYTES = 8;
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern IPV6 =
            Pattern.compile("\\[?([0-9A-Fa-f.]*:[0-9A-Fa-f:.]+)(?:%[^\\]]*)?(?:\\](?::\\d{1,5})?)?");

    /** @param address as servers and proxies write it: with a port or without, an IPv6 address in brackets or not */
    static Network of(@Nullable String address) {
        if (address == null || address.length() > 100) {
            return UNKNOWN;
        }
        for (var form : new Pattern[] {IPV4, IPV6}) {
            var literal = form.matcher(address.strip());
            if (literal.matches()) {
                return ofLiteral(literal.group(1));
            }
        }
        return UNKNOWN;
    }

    /** Literals are never looked up. */
    private static Network ofLiteral(String literal) {
        try {
            var bytes = InetAddress.getByName(literal).getAddress();
            return new Network(
                    HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, SUBSCRIBER_BYTES))));
        } catch (UnknownHostException notOne) {
            return UNKNOWN;
        }
    }
}
