package dev.cadastre.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The first field of a {@code known_hosts} line: which hosts it speaks of. */
public sealed interface HostPatterns {
    /** Whether the line speaks of this host. */
    boolean match(HostAddress host);

    /**
     * Reads the field.
     *
     * @throws IllegalArgumentException if it is a hashed name that cannot be one
     */
    static HostPatterns parse(String field) {
        return field.startsWith("|")
                ? Hashed.parse(field)
                : new Listed(List.of(field.split(",", -1)));
    }

    /**
     * Names, literals and wildcards ({@code *}, {@code ?}), all of them after {@code !} excluding
     * hosts that others include.
     */
    record Listed(List<String> patterns) implements HostPatterns {
        public Listed {
            patterns = patterns.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        }

        @Override
        public boolean match(HostAddress host) {
            String name = host.toString();
            boolean included = false;
            for (String pattern : patterns) {
                if (pattern.startsWith("!") && matches(pattern.substring(1), name)) {
                    return false;
                }
                included |= matches(pattern, name);
            }
            return included;
        }

        /** Linear in pattern times name; no pattern of a hostile file takes long. */
        private static boolean matches(String pattern, String name) {
            boolean[] reachable = new boolean[name.length() + 1];
            reachable[0] = true;
            for (int p = 0; p < pattern.length(); p++) {
                reachable = step(pattern.charAt(p), name, reachable);
            }
            return reachable[name.length()];
        }

        private static boolean[] step(char wanted, String name, boolean[] before) {
            boolean[] after = new boolean[before.length];
            after[0] = wanted == '*' && before[0];
            for (int n = 0; n < name.length(); n++) {
                boolean same = wanted == '?' || wanted == name.charAt(n);
                after[n + 1] = wanted == '*' ? before[n + 1] || after[n] : same && before[n];
            }
            return after;
        }
    }

    /** One name that only who knows it can recognise: {@code |1|salt|HMAC-SHA1 of it}. */
    final class Hashed implements HostPatterns {
        private static final int HASH_BYTES = 20;

        private final byte[] salt;
        private final byte[] hash;

        private Hashed(byte[] salt, byte[] hash) {
            this.salt = salt;
            this.hash = hash;
        }

        private static Hashed parse(String field) {
            String[] parts = field.split("\\|", -1);
            if (parts.length != 4 || !parts[1].equals("1")) {
                throw new IllegalArgumentException("a hashed name looks like |1|salt|hash");
            }
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] hash = Base64.getDecoder().decode(parts[3]);
            if (salt.length != HASH_BYTES || hash.length != HASH_BYTES) {
                throw new IllegalArgumentException("salt and hash of a name have 20 bytes each");
            }
            return new Hashed(salt, hash);
        }

        @Override
        public boolean match(HostAddress host) {
            return MessageDigest.isEqual(hash, hash(host.toString()));
        }

        private byte[] hash(String name) {
            try {
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(salt, "HmacSHA1"));
                return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA1", e);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hashed that
                    && Arrays.equals(salt, that.salt)
                    && Arrays.equals(hash, that.hash);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(hash);
        }
    }
}
