package dev.cadastre.versions;

import java.util.function.IntPredicate;

/** Reads a text from left to right, so that a place where reading ends is known. */
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** Whether there is a next character and it is of this kind. */
    boolean nextIs(IntPredicate kind) {
        return at < text.length() && kind.test(text.charAt(at));
    }

    /** Whether there is a character after the next one and it is of this kind. */
    boolean secondIs(IntPredicate kind) {
        return at + 1 < text.length() && kind.test(text.charAt(at + 1));
    }

    /** Steps over the next character if it is this one. */
    boolean take(char expected) {
        return takeOneOf(c -> c == expected);
    }

    /** Steps over the next character if it is of this kind. */
    boolean takeOneOf(IntPredicate kind) {
        boolean found = nextIs(kind);
        at += found ? 1 : 0;
        return found;
    }

    /** Steps over the word if it comes next. */
    boolean take(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    /** Steps over all characters of this kind, and returns them. */
    String takeAll(IntPredicate kind) {
        int start = at;
        skipAll(kind);
        return text.substring(start, at);
    }

    void skipAll(IntPredicate kind) {
        while (nextIs(kind)) {
            at++;
        }
    }

    /** The next character, which there must be. */
    char peek() {
        return text.charAt(at);
    }

    /** Steps over the next character, which there must be, and returns it. */
    char take() {
        return text.charAt(at++);
    }
}
