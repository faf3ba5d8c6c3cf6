package dev.cadastre.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as the kernel prints them in /proc, and as everybody else writes them. */
final class InternetAddress {

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");

    /** Without an interface, which would be looked for on this machine. */
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private static final String MAPPED = "::ffff:";

    private InternetAddress() {}

    /**
     * Reads 8 or 32 hexadecimal digits in words of four bytes, each in the host's byte order
     * (/proc/net/tcp, /proc/net/tcp6, /proc/net/route).
     */
    static Optional<String> ofWords(String hex, ByteOrder order) {
        return bytes(hex)
                .map(bytes -> order == ByteOrder.BIG_ENDIAN ? bytes : swapped(bytes))
                .map(InternetAddress::text);
    }

    /** Reads 32 hexadecimal digits in the order of the network (/proc/net/ipv6_route). */
    static Optional<String> ofBytes(String hex) {
        return bytes(hex).map(InternetAddress::text);
    }

    /** Reads what everybody else writes, of which IPv6 has many forms. */
    static Optional<String> ofText(String text) {
        if (V4.matcher(text).matches()) {
            return ofLiteral(MAPPED + text);
        }
        return V6.matcher(text).matches() ? ofLiteral(text) : Optional.empty();
    }

    private static Optional<String> ofLiteral(String v6) {
        try {
            // What is in brackets is never looked up as a name.
            return Optional.of(text(InetAddress.getAllByName('[' + v6 + ']')[0].getAddress()));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(String hex) {
        try {
            byte[] bytes = HexFormat.of().parseHex(hex);
            return bytes.length == V4_BYTES || bytes.length == V6_BYTES
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    private static byte[] swapped(byte[] bytes) {
        byte[] swapped = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            swapped[i] = bytes[(i & ~3) + 3 - (i & 3)];
        }
        return swapped;
    }

    /** Dotted for IPv4 and v4-mapped IPv6, RFC 5952 for the rest. */
    static String text(byte[] bytes) {
        if (bytes.length == V4_BYTES) {
            return dotted(bytes, 0);
        }
        return mapped(bytes) ? dotted(bytes, V6_BYTES - V4_BYTES) : compressed(words(bytes));
    }

    private static String dotted(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                + "."
                + (bytes[at + 1] & 0xff)
                + "."
                + (bytes[at + 2] & 0xff)
                + "."
                + (bytes[at + 3] & 0xff);
    }

    private static boolean mapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    private static int[] words(byte[] bytes) {
        int[] words = new int[V6_BYTES / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
        }
        return words;
    }

    /** The longest run of at least two zero words, the first of several, becomes "::". */
    private static String compressed(int[] words) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < words.length; i++) {
            int run = zeros(words, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return start < 0
                ? joined(words, 0, words.length)
                : joined(words, 0, start) + "::" + joined(words, start + length, words.length);
    }

    private static int zeros(int[] words, int from) {
        int at = from;
        while (at < words.length && words[at] == 0) {
            at++;
        }
        return at - from;
    }

    private static String joined(int[] words, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(words[i]));
        }
        return text.toString();
    }
}
