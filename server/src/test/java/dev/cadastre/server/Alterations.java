package dev.cadastre.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Alters samples at random: bytes, lengths, what is repeated, and tokens that mean something. */
public final class Alterations {

    /** The most bytes of what is altered. */
    public static final int LONGEST = 256 << 10;

    private static final List<String> TOKENS =
            List.of(
                    "{",
                    "[",
                    "\"",
                    "\0",
                    "%",
                    "${",
                    "\n",
                    "=",
                    "|",
                    "'",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "\u00ff");

    private Alterations() {}

    /** A sample that was altered at one to four places. */
    public static byte[] of(byte[] sample, Random random) {
        byte[] altered = sample;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            altered = once(altered, random);
        }
        return altered.length > LONGEST ? slice(altered, 0, LONGEST) : altered;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int to = at + random.nextInt(Math.min(4_096, bytes.length - at) + 1);
        byte[] part = slice(bytes, at, to);
        return switch (random.nextInt(6)) {
            case 0 -> joined(slice(bytes, 0, at), slice(bytes, to, bytes.length));
            case 1 ->
                    joined(
                            slice(bytes, 0, at),
                            repeated(part, random.nextInt(20)),
                            slice(bytes, to, bytes.length));
            case 2 -> joined(slice(bytes, 0, at), token(random), slice(bytes, at, bytes.length));
            case 3 ->
                    joined(
                            slice(bytes, 0, at),
                            repeated(token(random), random.nextInt(20_000)),
                            slice(bytes, at, bytes.length));
            case 4 -> slice(bytes, 0, at);
            default -> flipped(bytes, random);
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(8); i >= 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
        }
        return flipped;
    }

    private static byte[] token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[][] parts = new byte[times][];
        Arrays.fill(parts, part);
        return joined(parts);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
