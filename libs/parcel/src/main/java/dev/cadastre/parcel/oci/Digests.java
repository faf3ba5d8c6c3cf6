package dev.cadastre.parcel.oci;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of blobs, as descriptors write it. Pure. */
public final class Digests {

    /** What is read at once where much is read. */
    static final int BUFFER = 1 << 18;

    private Digests() {}

    /** {@code sha256:} and 64 hexadecimal digits. */
    public static String of(byte[] content) {
        return written(sha256().digest(content));
    }

    /** Of all that is left in a stream, which is not closed. */
    public static String of(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        byte[] some = new byte[BUFFER];
        for (int read = content.read(some); read >= 0; read = content.read(some)) {
            digest.update(some, 0, read);
        }
        return written(digest.digest());
    }

    /** The sum of a digest that was fed elsewhere. */
    public static String written(byte[] sha256) {
        return "sha256:" + HexFormat.of().formatHex(sha256);
    }

    /** A new one. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
