package dev.cadastre.query;

/** Which characters separate, and which must not be there. */
final class Characters {
    private Characters() {}

    /** A space of any kind: what is pasted from a page often holds no-break ones. */
    static boolean isBlank(char c) {
        return c == ' ' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Whether nobody sees the character, or it changes how its neighbours are shown. */
    static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    static boolean isWritable(String text) {
        return text.codePoints().noneMatch(Characters::isForbidden);
    }

    /** Whether an operator begins there; an exclamation mark alone is an ordinary character. */
    static boolean isOperator(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '<', '>', '=' -> true;
            case '!' -> at + 1 < text.length() && text.charAt(at + 1) == '=';
            default -> false;
        };
    }

    /** Whether the character there belongs to a word. */
    static boolean isWord(String text, int at) {
        char c = text.charAt(at);
        return "()\",".indexOf(c) < 0 && !isBlank(c) && !isOperator(text, at);
    }

    /** Whether all of the text is one word, and not empty. */
    static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWord(text, i)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
