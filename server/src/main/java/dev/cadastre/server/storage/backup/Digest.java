package dev.cadastre.server.storage.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has. */
final class Digest {

    private Digest() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That of all bytes, in hexadecimal. */
    static String of(byte[] content) {
        return HexFormat.of().formatHex(begin().digest(content));
    }
}
