package dev.cadastre.ini;

/**
 * White space as Python's {@code str.strip} and {@code \s} understand it, which differs from each
 * of Java's three definitions (Java leaves out the no-break spaces or U+0085).
 */
final class Whitespace {
    private Whitespace() {}

    static boolean is(char c) {
        return (c >= '\t' && c <= '\r')
                || (c >= 0x1c && c <= ' ')
                || c == 0x85
                || Character.isSpaceChar(c);
    }

    static String strip(String text) {
        return stripTrailing(text.substring(leading(text)));
    }

    static String stripTrailing(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** How many characters of white space the text begins with. */
    static int leading(String text) {
        int start = 0;
        while (start < text.length() && is(text.charAt(start))) {
            start++;
        }
        return start;
    }
}
