package dev.cadastre.change.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** The digest of a change's folder. Every part has its length before it. Pure. */
final class FolderDigest {

    private static final String FORM = "cadastre change 1";

    private FolderDigest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** Of files in their order. */
    static String of(Collection<FolderFile> files) {
        MessageDigest digest = sha256();
        text(digest, FORM);
        for (FolderFile file : files) {
            text(digest, file.path());
            text(digest, file.executable() ? "755" : "644");
            text(digest, file.sha256());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
