package dev.cadastre.server.topology.socket;

import java.util.Arrays;

/** A range of addresses. */
final class Network {

    private final byte[] base;
    private final int prefix;

    /**
     * @param base an address in it, as bits
     * @param prefix how many bits of it all have in common
     */
    private Network(byte[] base, int prefix) {
        this.base = base;
        this.prefix = prefix;
    }

    /** The network of an address with its prefix, {@code 172.17.0.1/16}; empty if it has none. */
    static Network of(String text) {
        int slash = text.indexOf('/');
        byte[] base = Addresses.bytes(slash < 0 ? text : text.substring(0, slash));
        int prefix = slash < 0 ? base.length * Byte.SIZE : prefix(text.substring(slash + 1));
        return new Network(base, prefix);
    }

    private static int prefix(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    boolean contains(byte[] address) {
        if (address.length == 0 || address.length != base.length) {
            return false;
        }
        int whole = Math.min(prefix, base.length * Byte.SIZE) / Byte.SIZE;
        if (prefix > base.length * Byte.SIZE || !Arrays.equals(address, 0, whole, base, 0, whole)) {
            return false;
        }
        int rest = prefix % Byte.SIZE;
        int mask = 0xff00 >> rest & 0xff;
        return rest == 0 || (address[whole] & mask) == (base[whole] & mask);
    }
}
