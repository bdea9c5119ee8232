package io.mdm.enrollment.web.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Network of a client: an IPv4 address, or the first 64 bits of an IPv6 address, which is the share of one subscriber
 * (RFC 6177).
 */
record Network(String prefix) {
    /** Network of all clients without a valid address. */
    static final Network UNKNOWN = new Network("");

    private static final int SUBSCRIBER_BYTES = 8;
    private static final int MAX_CHARACTERS = 100;
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /**
     * @param address with or without port, IPv6 addresses with or without brackets, as servers and proxies write them
     */
    static Network of(@Nullable String address) {
        if (address == null || address.length() > MAX_CHARACTERS) {
            return UNKNOWN;
        }
        var literal = bare(address.strip());
        boolean isLiteral = literal.contains(":")
                ? IPV6.matcher(literal).matches()
                : IPV4.matcher(literal).matches();
        return isLiteral ? ofLiteral(literal) : UNKNOWN;
    }

    /** Address without brackets, port and zone (RFC 4007, section 11). */
    private static String bare(String address) {
        if (address.startsWith("[")) {
            return address.substring(1).replaceFirst("[%\\]].*", "");
        }
        boolean mayBeIpv6 = address.indexOf(':') != address.lastIndexOf(':');
        return address.replaceFirst(mayBeIpv6 ? "%.*" : ":.*", "");
    }

    /** No look-up: IPv4 addresses are complete, and what is in brackets can be nothing but an IPv6 address. */
    private static Network ofLiteral(String literal) {
        try {
            var host = literal.contains(":") ? "[" + literal + "]" : literal;
            var bytes = InetAddress.getByName(host).getAddress();
            return new Network(
                    HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, SUBSCRIBER_BYTES))));
        } catch (UnknownHostException notOne) {
            return UNKNOWN;
        }
    }
}
