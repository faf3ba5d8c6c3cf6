package dev.cadastre.probe;

import org.jspecify.annotations.Nullable;

/** Text of a host made safe to store and to show: no control or direction-changing characters. */
final class Cleaned {

    private static final int LONGEST_VALUE = 4096;
    private static final char REPLACEMENT = '\uFFFD';

    private Cleaned() {}

    /** One line; tabs stay, because they separate columns. */
    static String line(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (harmful(text, i) && text.charAt(i) != '\t') {
                return replaced(text, i);
            }
        }
        return text;
    }

    /** One value, trimmed and of bounded length; null if nothing is left. */
    static @Nullable String value(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String value = line(text).replace('\t', ' ').strip();
        if (value.length() > LONGEST_VALUE) {
            int end = LONGEST_VALUE - 1;
            value =
                    value.substring(
                                    0,
                                    Character.isHighSurrogate(value.charAt(end - 1))
                                            ? end - 1
                                            : end)
                            + '…';
        }
        return value.isEmpty() ? null : value;
    }

    private static String replaced(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            clean.append(harmful(text, i) && c != '\t' ? REPLACEMENT : c);
        }
        return clean.toString();
    }

    private static boolean harmful(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            return c < ' ' || c == 0x7f;
        }
        return Character.isISOControl(c) || changesDirection(c) || loneSurrogate(text, at);
    }

    /** The characters by which a text can be made to look like another one. */
    private static boolean changesDirection(char c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean loneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
