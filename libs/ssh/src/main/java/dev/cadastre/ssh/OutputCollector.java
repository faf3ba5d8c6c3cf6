package dev.cadastre.ssh;

import java.util.Arrays;

/** Collects what a command writes, growing with it. Thread-safe. */
final class OutputCollector {
    private static final int INITIAL_CAPACITY = 4096;

    private byte[] bytes = {};
    private int length;

    synchronized void add(byte[] data, int offset, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity(length + count));
        }
        System.arraycopy(data, offset, bytes, length, count);
        length += count;
    }

    private int capacity(int needed) {
        long doubled = Math.max(INITIAL_CAPACITY, bytes.length * 2L);
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(doubled, needed));
    }

    synchronized Output collected() {
        return new Output(bytes, length);
    }
}
