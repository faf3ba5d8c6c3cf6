package dev.cadastre.change.operation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes tar archives that every tar understands: ustar, with pax headers for long names. */
final class TarStream {

    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;

    /** Where the sum stands is blank while it is made. */
    private static final int SUM_AT = 148;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private TarStream() {}

    /** The archive of these files, by path. */
    static byte[] of(Map<String, byte[]> files) {
        TarStream stream = new TarStream();
        files.forEach(stream::file);
        stream.out.writeBytes(new byte[2 * BLOCK]);
        return stream.out.toByteArray();
    }

    private void file(String path, byte[] content) {
        byte[] name = ("./" + path).getBytes(StandardCharsets.UTF_8);
        if (name.length > NAME_BYTES) {
            byte[] record = paxRecord("path", name);
            entry("././@PaxHeader".getBytes(StandardCharsets.US_ASCII), 'x', record);
            name = Arrays.copyOf(name, NAME_BYTES);
        }
        entry(name, '0', content);
    }

    private void entry(byte[] name, char type, byte[] content) {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, name.length);
        ascii(header, 100, "0000644\0");
        ascii(header, 108, "0000000\0");
        ascii(header, 116, "0000000\0");
        ascii(header, 124, "%011o\0".formatted(content.length));
        ascii(header, 136, "00000000000\0");
        ascii(header, SUM_AT, "        ");
        header[156] = (byte) type;
        ascii(header, 257, "ustar\u000000");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        ascii(header, SUM_AT, "%06o\0 ".formatted(sum));
        out.writeBytes(header);
        out.writeBytes(content);
        out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    /** A record begins with its own length in decimal digits, these included. */
    private static byte[] paxRecord(String key, byte[] value) {
        int rest = key.length() + value.length + 3;
        int length = rest + 1;
        while (rest + Integer.toString(length).length() != length) {
            length++;
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes((length + " " + key + "=").getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(value);
        record.write('\n');
        return record.toByteArray();
    }

    private static void ascii(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
