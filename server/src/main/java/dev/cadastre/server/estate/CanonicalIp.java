package dev.cadastre.server.estate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** IP addresses as text in their one canonical form; for IPv6 that of RFC 5952. */
final class CanonicalIp {
    private CanonicalIp() {}

    static String of(InetAddress address) {
        return address instanceof Inet6Address six
                ? ipv6(six.getAddress())
                : address.getHostAddress();
    }

    private static String ipv6(byte[] bytes) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += 2) {
            words.add(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)));
        }
        int start = longestZeros(words);
        int length = zerosAt(words, start);
        if (length < 2) {
            return String.join(":", words);
        }
        return String.join(":", words.subList(0, start))
                + "::"
                + String.join(":", words.subList(start + length, words.size()));
    }

    /** The first of the longest runs of zeros. */
    private static int longestZeros(List<String> words) {
        int best = 0;
        for (int i = 1; i < words.size(); i++) {
            best = zerosAt(words, i) > zerosAt(words, best) ? i : best;
        }
        return best;
    }

    private static int zerosAt(List<String> words, int start) {
        int end = start;
        while (end < words.size() && words.get(end).equals("0")) {
            end++;
        }
        return end - start;
    }
}
