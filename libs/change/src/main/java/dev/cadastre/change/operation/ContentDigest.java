package dev.cadastre.change.operation;

import dev.cadastre.change.script.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests by which hosts compare files, as the prelude prints them. */
final class ContentDigest {

    private static final int PIECE = 64 << 10;
    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int[] TABLE = table();

    private ContentDigest() {}

    /** For every host that has a program for it, which is all but the smallest. */
    static String sha256(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The same of a payload, found out once. */
    static String sha256(Payload content) {
        return "sha256:" + content.sha256();
    }

    /** As {@link #cksum(byte[])}, found out once. */
    static String cksum(Payload content) {
        return content.once("cksum", payload -> cksum(payload.open(), payload.size()));
    }

    /** What POSIX's {@code cksum} prints; says that nothing went wrong, not that nobody did it. */
    static String cksum(byte[] content) {
        return cksum(Payload.of(content));
    }

    private static String cksum(InputStream content, long size) {
        byte[] piece = new byte[PIECE];
        int crc = 0;
        try (content) {
            for (int length = content.read(piece); length >= 0; length = content.read(piece)) {
                for (int i = 0; i < length; i++) {
                    crc = next(crc, piece[i]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be read", e);
        }
        for (long length = size; length != 0; length >>>= 8) {
            crc = next(crc, (byte) length);
        }
        return "cksum:" + Integer.toUnsignedString(~crc) + "-" + size;
    }

    private static int next(int crc, byte b) {
        return (crc << 8) ^ TABLE[((crc >>> 24) ^ b) & 0xFF];
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
            }
            table[i] = crc;
        }
        return table;
    }
}
