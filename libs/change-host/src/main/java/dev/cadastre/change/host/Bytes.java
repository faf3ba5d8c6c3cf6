package dev.cadastre.change.host;

import java.io.ByteArrayOutputStream;

/** Arrays of bytes. */
final class Bytes {

    private Bytes() {}

    /** All of them, one after the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
