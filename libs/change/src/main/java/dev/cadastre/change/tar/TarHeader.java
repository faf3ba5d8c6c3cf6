package dev.cadastre.change.tar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One block that says what follows it: ustar, GNU's, or the oldest. */
final class TarHeader {

    static final int BLOCK = 512;
    static final int NAME_BYTES = 100;

    /** Where the sum stands is blank while it is made. */
    static final int SUM_AT = 148;

    private static final int SUM_BYTES = 8;
    private static final int EXECUTABLE = 0100;

    private final byte[] block;

    TarHeader(byte[] block) {
        this.block = block;
    }

    /** The block that ends an archive. */
    boolean isEnd() {
        return Arrays.equals(block, new byte[BLOCK]);
    }

    /** Some old tars summed up signed bytes. */
    boolean isWhole() {
        long said = number(SUM_AT, SUM_BYTES);
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            signed += isOfSum(i) ? ' ' : block[i];
        }
        return said == sum(block) || said == signed;
    }

    /** The sum of a header. */
    static int sum(byte[] block) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += isOfSum(i) ? ' ' : block[i] & 0xFF;
        }
        return sum;
    }

    private static boolean isOfSum(int index) {
        return index >= SUM_AT && index < SUM_AT + SUM_BYTES;
    }

    /** In bytes; below zero if it is no size that is believed. */
    long size() {
        return number(124, 12);
    }

    char type() {
        return (char) (block[156] & 0xFF);
    }

    boolean isExecutable() {
        return (number(100, 8) & EXECUTABLE) != 0 && number(100, 8) > 0;
    }

    /** The oldest tars write folders as files whose name ends so. */
    String name() {
        boolean posix = text(257, 6).equals("ustar") && block[262] == 0 && block[263] == '0';
        String prefix = posix ? text(345, 155) : "";
        String name = text(0, NAME_BYTES);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    String link() {
        return text(157, NAME_BYTES);
    }

    private String text(int from, int most) {
        return text(Arrays.copyOfRange(block, from, from + most));
    }

    /** What stands before the first zero; bytes that are no UTF-8 become U+FFFD. */
    static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** Octal digits. Base 256, for what these cannot hold, is beyond what is believed. */
    private long number(int from, int width) {
        String digits = text(from, width).strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
    }
}
