package dev.cadastre.change.tar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Tar archives as no honest program writes them. */
public final class HandMadeTar {

    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private HandMadeTar() {}

    /** One with nothing in it. */
    public static HandMadeTar empty() {
        return new HandMadeTar();
    }

    /** Adds a file. */
    public HandMadeTar file(String name, String content) {
        return entry('0', name, "", content.getBytes(UTF_8), header -> {});
    }

    /** Adds what has no content. */
    public HandMadeTar of(char type, String name, String link) {
        return entry(type, name, link, new byte[0], header -> {});
    }

    /** What is said of the entry that comes next. */
    public HandMadeTar pax(String... records) {
        StringBuilder all = new StringBuilder();
        for (String record : records) {
            int length = record.length() + 4;
            length += length < 100 ? 0 : 1;
            all.append(length).append(' ').append(record).append('\n');
        }
        return entry('x', "pax", "", all.toString().getBytes(UTF_8), header -> {});
    }

    /** Adds anything, with a header that is changed before its sum is made. */
    public HandMadeTar entry(
            char type, String name, String link, byte[] content, Consumer<byte[]> change) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "%011o\0".formatted(content.length));
        put(header, 136, "00000000000\0");
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar\u000000");
        change.accept(header);
        sum(header);
        out.writeBytes(header);
        out.writeBytes(content);
        out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return this;
    }

    private static void sum(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
    }

    /** Writes into a header. */
    public static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** Adds bytes. */
    public HandMadeTar raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** So far. */
    public byte[] bytes() {
        return out.toByteArray();
    }

    /** With its end. */
    public byte[] ended() {
        return raw(new byte[2 * BLOCK]).bytes();
    }
}
