package dev.cadastre.query;

/** Writes texts so that they are read back as what they are. */
final class Quoting {
    private static final int LONGEST = 60;

    private Quoting() {}

    /** A name behind a colon or comma, in quotes if it needs them; {@code a!=} is no {@code a!}. */
    static String value(String text) {
        boolean plain =
                Characters.isWord(text) && !Pattern.hasWildcard(text) && !text.endsWith("!");
        return plain ? text : quoted(text);
    }

    /** A key behind a field's dot: it ends at a colon too. */
    static String key(String text) {
        return text.indexOf(':') < 0 ? value(text) : quoted(text);
    }

    /** A word of free text: nothing that looks like a field, a negation or a keyword. */
    static String freeText(String text) {
        boolean plain = !text.startsWith("-") && !Keyword.isLike(text);
        return plain ? key(text) : quoted(text);
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** For messages: between single quotes, cut after 60 characters, invisible ones replaced. */
    static String shown(String text) {
        StringBuilder line = new StringBuilder("'");
        text.codePoints().limit(LONGEST).map(Quoting::visible).forEach(line::appendCodePoint);
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        return line.append(cut ? "…'" : "'").toString();
    }

    /** The character itself, or a replacement if it would not be seen. */
    static int visible(int codePoint) {
        return Characters.isForbidden(codePoint) ? '\ufffd' : codePoint;
    }
}
