package dev.cadastre.ini;

/** Walks through the lines of a text; {@code \n}, {@code \r} and {@code \r\n} end a line. */
final class Lines {
    private final String text;
    private int position;
    private int number;
    private String line = "";

    Lines(String text) {
        this.text = text;
    }

    /** Moves to the next line; false when there is none. */
    boolean next() {
        if (position >= text.length()) {
            return false;
        }
        int end = position;
        while (end < text.length() && !isEnd(text.charAt(end))) {
            end++;
        }
        line = text.substring(position, end);
        position = end + (text.startsWith("\r\n", end) ? 2 : 1);
        number++;
        return true;
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** The number of the current line, counted from 1. */
    int number() {
        return number;
    }

    /** The current line without its end. */
    String line() {
        return line;
    }
}
