package dev.cadastre.server.monitoring.series.file;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Text of any length and script, as its length in bytes and UTF-8. */
final class Text {

    private Text() {}

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Fails where the rest is too short, and takes no more memory than the rest has bytes. */
    static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            throw new EOFException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException(
                    "a text ends after %d of %d bytes".formatted(bytes.length, length));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
