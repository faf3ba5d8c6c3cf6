package dev.cadastre.change.tar;

import static dev.cadastre.change.tar.TarHeader.BLOCK;
import static dev.cadastre.change.tar.TarHeader.NAME_BYTES;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /** Adds a file. */
    public void file(String name, boolean executable, byte[] content) throws IOException {
        begin(name, executable, content.length);
        out.write(content);
        pad(content.length);
    }

    /**
     * Adds what comes before a file's content, which whoever calls this writes, and then {@link
     * #pad}.
     */
    public void begin(String name, boolean executable, long size) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > NAME_BYTES) {
            byte[] record = PaxRecords.write("path", name);
            byte[] pax = "././@PaxHeader".getBytes(StandardCharsets.US_ASCII);
            header(pax, 'x', PLAIN, record.length);
            out.write(record);
            pad(record.length);
            bytes = Arrays.copyOf(bytes, NAME_BYTES);
        }
        header(bytes, '0', executable ? EXECUTABLE : PLAIN, size);
    }

    /** Ends the archive. */
    public void end() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.flush();
    }

    private void header(byte[] name, char type, String mode, long size) throws IOException {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, name.length);
        ascii(header, 100, mode);
        ascii(header, 108, "0000000\0");
        ascii(header, 116, "0000000\0");
        ascii(header, 124, "%011o\0".formatted(size));
        ascii(header, 136, "00000000000\0");
        header[156] = (byte) type;
        ascii(header, 257, "ustar\u000000");
        ascii(header, TarHeader.SUM_AT, "%06o\0 ".formatted(TarHeader.sum(header)));
        out.write(header);
    }

    /** Adds what comes after a content of that size. */
    public void pad(long size) throws IOException {
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    private static void ascii(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
