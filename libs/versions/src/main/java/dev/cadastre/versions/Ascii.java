package dev.cadastre.versions;

/** Kinds of characters, without regard to any language: version strings are ASCII. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLowerCase(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isLetter(int c) {
        return isLowerCase(c) || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlphanumeric(int c) {
        return isDigit(c) || isLetter(c);
    }

    static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
