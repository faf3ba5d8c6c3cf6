package dev.cadastre.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Public keys in OpenSSH's one-line form ({@code TYPE BASE64 COMMENT}, sshd(8)). */
final class SshHostKeys {

    private static final Pattern TYPE =
            Pattern.compile("(ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]{1,60}");

    private SshHostKeys() {}

    /** The key of a line; absent if the line has none, or a certificate. */
    static Optional<SshHostKey> parse(@Nullable String line) {
        String[] words = line == null ? new String[0] : line.split(" ", 3);
        if (words.length < 2 || !TYPE.matcher(words[0]).matches() || words[0].contains("-cert-")) {
            return Optional.empty();
        }
        try {
            byte[] blob = Base64.getDecoder().decode(words[1]);
            return isOfType(words[0], blob)
                    ? Optional.of(new SshHostKey(words[0], fingerprint(blob)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The blob repeats the type (RFC 4253, 6.6). */
    private static boolean isOfType(String type, byte[] blob) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        if (blob.length <= 4 + name.length || buffer.getInt() != name.length) {
            return false;
        }
        byte[] inside = new byte[name.length];
        buffer.get(inside);
        return java.util.Arrays.equals(name, inside);
    }

    private static String fingerprint(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
