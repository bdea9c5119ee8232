package io.mdm.enrollment.web.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Range of IP addresses, in the notation of RFC 4632.
 *
 * @param network its first address
 * @param bits that all of them have in common
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
record AddressRange(byte[] network, int bits) {
    /**
     * Addresses that are no host's on the public Internet: the IANA registries of special-purpose addresses (RFC 6890),
     * multicast, and forms of IPv6 that lead to IPv4 addresses.
     */
    private static final List<AddressRange> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/8",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(AddressRange::of)
            .toList();

    /** Whether a host on the public Internet can have the address. */
    static boolean isPublic(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        int whole = bits / 8;
        if (bytes.length != network.length || !Arrays.equals(bytes, 0, whole, network, 0, whole)) {
            return false;
        }
        int mask = 0xFF00 >> (bits % 8) & 0xFF;
        return bits % 8 == 0 || (bytes[whole] & mask) == (network[whole] & mask);
    }

    @SuppressWarnings("AddressSelection") // a literal has one address
    private static AddressRange of(String notation) {
        var parts = notation.split("/", 2);
        try {
            return new AddressRange(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(notation, impossible);
        }
    }
}
