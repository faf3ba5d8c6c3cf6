package dev.cadastre.change.operation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the names in a tar archive: ustar, GNU's and pax. */
final class TarEntries {

    private static final int BLOCK = 512;

    private final byte[] tar;
    private final ArchivePaths paths;
    private int at;

    TarEntries(byte[] tar, ArchivePaths paths) {
        this.tar = tar;
        this.paths = paths;
    }

    /**
     * Tells the paths of all entries.
     *
     * @throws IllegalArgumentException if it is no tar archive, or a path is unsafe
     */
    void read() {
        if (tar.length == 0 || tar.length % BLOCK != 0) {
            throw new IllegalArgumentException("it is cut off, or no tar archive");
        }
        Map<String, String> longer = new HashMap<>();
        while (at < tar.length && tar[at] != 0) {
            int header = at;
            long size = number(header + 124, 12);
            at += BLOCK;
            if (size < 0 || size > tar.length - at) {
                throw new IllegalArgumentException("it is cut off, or no tar archive");
            }
            int content = at;
            at += (int) ((size + BLOCK - 1) / BLOCK * BLOCK);
            char type = (char) tar[header + 156];
            if (!isAboutNext(type, content, (int) size, longer)) {
                String name = longer.getOrDefault("path", name(header));
                String link = longer.getOrDefault("linkpath", text(header + 157, 100));
                longer.clear();
                entry(type, name, link);
            }
        }
    }

    private void entry(char type, String name, String link) {
        if (type == '2') {
            paths.link(name);
        } else {
            if (type == '1') {
                paths.refer(name, link);
            }
            paths.file(name, type == '5');
        }
        if ("346".indexOf(type) >= 0) {
            throw new IllegalArgumentException(name + " is a device or pipe");
        }
    }

    private boolean isAboutNext(char type, int content, int size, Map<String, String> longer) {
        switch (type) {
            case 'L' -> longer.put("path", text(content, size));
            case 'K' -> longer.put("linkpath", text(content, size));
            case 'x' -> pax(content, size, longer);
            case 'g' -> {
                // What holds for all entries is no path.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void pax(int content, int size, Map<String, String> longer) {
        int from = content;
        while (from < content + size) {
            int blank = from;
            while (blank < content + size && tar[blank] != ' ') {
                blank++;
            }
            int length = whole(new String(tar, from, blank - from, StandardCharsets.US_ASCII));
            if (length <= blank - from + 1 || from + length > content + size) {
                throw new IllegalArgumentException("it has a header that is broken");
            }
            String record =
                    new String(tar, blank + 1, from + length - blank - 2, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals > 0) {
                longer.put(record.substring(0, equals), record.substring(equals + 1));
            }
            from += length;
        }
    }

    private static int whole(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    private String name(int header) {
        String prefix =
                text(header + 257, 5).equals("ustar") && tar[header + 263] == '0'
                        ? text(header + 345, 155)
                        : "";
        String name = text(header, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private String text(int from, int most) {
        int end = from;
        while (end < from + most && end < tar.length && tar[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(tar, from, end), StandardCharsets.UTF_8);
    }

    /** Octal digits, or a number in base 256 where those do not suffice. */
    private long number(int from, int width) {
        if ((tar[from] & 0x80) != 0) {
            return -1;
        }
        String digits = text(from, width).strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
    }
}
