package dev.cadastre.plugin;

/** Makes what a plug-in printed fit to be shown and stored. */
final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /**
     * The text with plain line ends, and with U+FFFD for all that could act on whoever reads it:
     * control characters but for tabs and line ends, marks that turn the direction of writing, and
     * halves of characters.
     */
    static String of(String text) {
        String plain = text.replace("\r\n", "\n");
        int first = firstHarmful(plain);
        return first == plain.length() ? plain : replaced(plain, first);
    }

    private static int firstHarmful(String text) {
        int at = 0;
        while (at < text.length() && !harmful(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static String replaced(String text, int first) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
        text.codePoints()
                .skip(text.codePointCount(0, first))
                .forEach(c -> clean.appendCodePoint(harmful(c) ? REPLACEMENT : c));
        return clean.toString();
    }

    private static boolean harmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                    true;
            // Joiners are part of how some languages, and flags, are written.
            case Character.FORMAT -> c != 0x200C && c != 0x200D && c != 0xAD;
            default -> false;
        };
    }
}
