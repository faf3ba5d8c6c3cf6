package dev.cadastre.ssh;

import java.util.Arrays;

/** Collects the beginning of what a command writes, growing with it. Thread-safe. */
final class OutputCollector {
    private static final int INITIAL_CAPACITY = 4096;

    private final int limit;
    private byte[] bytes = {};
    private int length;
    private long dropped;

    OutputCollector(int limit) {
        this.limit = limit;
    }

    synchronized void add(byte[] data, int offset, int count) {
        int taken = Math.min(count, limit - length);
        if (length + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity(length + taken));
        }
        System.arraycopy(data, offset, bytes, length, taken);
        length += taken;
        dropped += count - taken;
    }

    private int capacity(int needed) {
        long doubled = Math.max(INITIAL_CAPACITY, bytes.length * 2L);
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(doubled, needed));
    }

    synchronized Output collected() {
        return new Output(bytes, length, dropped);
    }
}
