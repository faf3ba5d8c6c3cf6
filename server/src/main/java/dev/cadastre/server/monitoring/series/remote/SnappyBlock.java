package dev.cadastre.server.monitoring.series.remote;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Compresses in Snappy's block format. Pure.
 *
 * <p>Each four bytes are looked up among those seen before; equal runs become references to the
 * earlier one. That is all of the format that an encoder needs, and libraries bring either native
 * code or {@code sun.misc.Unsafe}, of which Java warns.
 */
final class SnappyBlock {

    private static final int HASH_BITS = 14;
    private static final int SHORTEST = 4;
    private static final int LONGEST_COPY = 64;
    private static final int FARTHEST = 65_535;
    private static final int COPY_TWO_BYTES = 2;

    private final byte[] in;
    private final ByteArrayOutputStream out;

    private SnappyBlock(byte[] in) {
        this.in = in;
        out = new ByteArrayOutputStream(in.length / 2 + 16);
    }

    static byte[] of(byte[] bytes) {
        SnappyBlock block = new SnappyBlock(bytes);
        block.writeLength();
        block.compress();
        return block.out.toByteArray();
    }

    private void writeLength() {
        int rest = in.length;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private void compress() {
        int[] seen = new int[1 << HASH_BITS];
        Arrays.fill(seen, -1);
        int literal = 0;
        int at = 0;
        while (at + SHORTEST <= in.length) {
            int hash = (word(at) * 0x1E35A7BD) >>> (Integer.SIZE - HASH_BITS);
            int before = seen[hash];
            seen[hash] = at;
            if (before >= 0 && at - before <= FARTHEST && word(before) == word(at)) {
                writeLiteral(literal, at);
                int length = commonLength(before, at);
                writeCopies(at - before, length);
                at += length;
                literal = at;
            } else {
                at++;
            }
        }
        writeLiteral(literal, in.length);
    }

    private int word(int at) {
        return (in[at] & 0xFF)
                | (in[at + 1] & 0xFF) << 8
                | (in[at + 2] & 0xFF) << 16
                | in[at + 3] << 24;
    }

    private int commonLength(int before, int at) {
        int length = SHORTEST;
        while (at + length < in.length && in[before + length] == in[at + length]) {
            length++;
        }
        return length;
    }

    private void writeLiteral(int from, int to) {
        int length = to - from;
        if (length == 0) {
            return;
        }
        int least = length - 1;
        if (least < 60) {
            out.write(least << 2);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(least) + 7) / 8;
            out.write((59 + bytes) << 2);
            for (int i = 0; i < bytes; i++) {
                out.write(least >>> (8 * i));
            }
        }
        out.write(in, from, length);
    }

    private void writeCopies(int offset, int length) {
        for (int rest = length; rest > 0; rest -= LONGEST_COPY) {
            out.write(((Math.min(rest, LONGEST_COPY) - 1) << 2) | COPY_TWO_BYTES);
            out.write(offset);
            out.write(offset >>> 8);
        }
    }
}
