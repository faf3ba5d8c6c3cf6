package dev.cadastre.change.script;

import java.util.regex.Pattern;

/** What commands print, made fit for people's screens. */
final class OutputText {

    /** What is kept of an output: how it began, and how it ended. */
    private static final int HEAD = 16 << 10;

    private static final int TAIL = 48 << 10;

    /** Colours and movements of terminals. */
    private static final Pattern ESCAPES =
            Pattern.compile("\\x1b(?:\\[[0-9;?]{0,32}[A-Za-z]|[()][A-Z0-9]|[=>])");

    private OutputText() {}

    /** Without what only terminals understand, and without what turns the direction of writing. */
    static String cleaned(CharSequence text) {
        String plain = ESCAPES.matcher(text).replaceAll("");
        StringBuilder cleaned = new StringBuilder(plain.length());
        plain.codePoints().filter(OutputText::isShown).forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    private static boolean isShown(int c) {
        return c == '\n'
                || c == '\t'
                || !(Character.isISOControl(c)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || Character.getType(c) == Character.SURROGATE);
    }

    /** Its beginning and its end, if it is long. */
    static String bounded(String text) {
        if (text.length() <= HEAD + TAIL) {
            return text;
        }
        int left = text.length() - HEAD - TAIL;
        return text.substring(0, HEAD)
                + "\n… "
                + left
                + " characters left out …\n"
                + text.substring(text.length() - TAIL);
    }
}
