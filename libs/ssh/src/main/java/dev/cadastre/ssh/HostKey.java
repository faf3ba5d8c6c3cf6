package dev.cadastre.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A host's public key: its type, such as {@code ssh-ed25519}, and its RFC 4253 blob in base64, as
 * {@code known_hosts} and {@code ssh-keyscan} write it.
 */
public record HostKey(String type, String base64) {
    /**
     * Holds a key.
     *
     * @throws IllegalArgumentException if the second part is not base64, or not of a key of this
     *     type
     */
    public HostKey {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        byte[] blob = decode(base64);
        byte[] start =
                ByteBuffer.allocate(Integer.BYTES + name.length)
                        .putInt(name.length)
                        .put(name)
                        .array();
        if (blob.length <= start.length
                || !Arrays.equals(start, Arrays.copyOf(blob, start.length))) {
            throw new IllegalArgumentException("not a key of type " + type);
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a key is written in base64", e);
        }
    }

    /** The key with this RFC 4253 blob. */
    public static HostKey of(String type, byte[] blob) {
        return new HostKey(type, Base64.getEncoder().encodeToString(blob));
    }

    /** As OpenSSH shows it: {@code SHA256:} and 43 characters of base64. */
    public String fingerprint() {
        byte[] digest = sha256(Base64.getDecoder().decode(base64));
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    }

    private static byte[] sha256(byte[] blob) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(blob);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** As a {@code known_hosts} line ends: type and base64. */
    @Override
    public String toString() {
        return type + " " + base64;
    }
}
