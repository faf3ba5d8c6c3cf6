package dev.cadastre.change.tar;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The records of a pax header: {@code LENGTH KEY=VALUE} and a line feed, one after the other. */
final class PaxRecords {

    private PaxRecords() {}

    static Map<String, String> read(byte[] bytes) throws TarProblem {
        Map<String, String> records = new HashMap<>();
        int from = 0;
        while (from < bytes.length) {
            from = record(bytes, from, records);
        }
        return records;
    }

    /** Reads one, and tells where the next begins. */
    private static int record(byte[] bytes, int from, Map<String, String> records)
            throws TarProblem {
        int blank = from;
        while (blank < bytes.length && bytes[blank] != ' ') {
            blank++;
        }
        int end = from + length(new String(bytes, from, blank - from, StandardCharsets.US_ASCII));
        if (end <= blank + 1 || end > bytes.length || bytes[end - 1] != '\n') {
            throw new TarProblem(TarProblem.Kind.BROKEN, "it has a header that is broken");
        }
        String record = new String(bytes, blank + 1, end - blank - 2, StandardCharsets.UTF_8);
        int equals = record.indexOf('=');
        if (equals < 1) {
            throw new TarProblem(TarProblem.Kind.BROKEN, "it has a header that is broken");
        }
        String key = record.substring(0, equals);
        if (key.startsWith("GNU.sparse.")) {
            throw TarReader.sparse(record.substring(equals + 1));
        }
        records.put(key, record.substring(equals + 1));
        return end;
    }

    private static int length(String digits) {
        return digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : 0;
    }

    /** A record begins with its own length in decimal digits, these included. */
    static byte[] write(String key, String value) {
        byte[] bytes = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8);
        int length = bytes.length + 1;
        while (bytes.length + Integer.toString(length).length() != length) {
            length++;
        }
        return (length + new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
