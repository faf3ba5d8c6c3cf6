package dev.cadastre.probe;

import java.util.HexFormat;
import java.util.OptionalInt;

/** Hexadecimal numbers as the kernel prints them. */
final class Hex {

    private static final int MOST_DIGITS = 8;

    private Hex() {}

    /** The 32 bits of up to eight digits, absent if it is anything else. */
    static OptionalInt number(String text) {
        try {
            return text.isEmpty() || text.length() > MOST_DIGITS
                    ? OptionalInt.empty()
                    : OptionalInt.of(HexFormat.fromHexDigits(text));
        } catch (IllegalArgumentException notHex) {
            return OptionalInt.empty();
        }
    }
}
