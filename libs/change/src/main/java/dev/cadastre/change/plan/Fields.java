package dev.cadastre.change.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/** Fields one after the other, each with its length, so that no two lists have one digest. */
final class Fields {

    private final MessageDigest digest;

    private Fields(MessageDigest digest) {
        this.digest = digest;
    }

    static Fields of(String kind) {
        try {
            return new Fields(MessageDigest.getInstance("SHA-256")).text(kind);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    Fields text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Fields bytes(byte[] bytes) {
        count(bytes.length);
        digest.update(bytes);
        return this;
    }

    Fields list(List<String> texts) {
        count(texts.size());
        texts.forEach(this::text);
        return this;
    }

    Fields map(SortedMap<String, String> texts) {
        count(texts.size());
        texts.forEach((key, value) -> text(key).text(value));
        return this;
    }

    Fields count(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        return this;
    }

    /** {@code sha256:} and 64 hexadecimal digits. */
    String digest() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
