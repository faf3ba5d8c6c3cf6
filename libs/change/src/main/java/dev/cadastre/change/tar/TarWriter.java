package dev.cadastre.change.tar;

import static dev.cadastre.change.tar.TarHeader.BLOCK;
import static dev.cadastre.change.tar.TarHeader.NAME_BYTES;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes tar archives that every tar understands: ustar, with pax headers for long names. What is
 * written depends on what it is told alone: owners are root, times are 1970. For one thread.
 */
public final class TarWriter {

    private static final String PLAIN = "0000644\0";
    private static final String EXECUTABLE = "0000755\0";

    private final OutputStream out;

    /** Writes there; the stream is not closed. */
    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /** The archive of these files, by path below a folder, in their order. */
    public static byte[] of(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(bytes);
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                writer.file("./" + file.getKey(), false, file.getValue());
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Adds a file. */
    public void file(String name, boolean executable, byte[] content) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > NAME_BYTES) {
            byte[] record = PaxRecords.write("path", name);
            entry("././@PaxHeader".getBytes(StandardCharsets.US_ASCII), 'x', PLAIN, record);
            bytes = Arrays.copyOf(bytes, NAME_BYTES);
        }
        entry(bytes, '0', executable ? EXECUTABLE : PLAIN, content);
    }

    /** Ends the archive. */
    public void end() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.flush();
    }

    private void entry(byte[] name, char type, String mode, byte[] content) throws IOException {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, name.length);
        ascii(header, 100, mode);
        ascii(header, 108, "0000000\0");
        ascii(header, 116, "0000000\0");
        ascii(header, 124, "%011o\0".formatted(content.length));
        ascii(header, 136, "00000000000\0");
        header[156] = (byte) type;
        ascii(header, 257, "ustar\u000000");
        ascii(header, TarHeader.SUM_AT, "%06o\0 ".formatted(TarHeader.sum(header)));
        out.write(header);
        out.write(content);
        out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static void ascii(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
