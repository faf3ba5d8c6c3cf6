package dev.cadastre.query;

/**
 * What a text is compared with: a literal, or a glob in which {@code *} stands for any number of
 * characters and {@code ?} for one. Case counts. Immutable.
 */
public final class Pattern {
    /** Matches every text. */
    public static final Pattern ANYTHING = new Pattern("*", true);

    private final String text;
    private final boolean glob;

    private Pattern(String text, boolean glob) {
        this.text = text;
        this.glob = glob;
    }

    /** The pattern that only this text matches, whatever it consists of. */
    public static Pattern literal(String text) {
        return new Pattern(text, false);
    }

    /**
     * The pattern that a word of a query means: a glob if it holds a {@code *} or a {@code ?},
     * otherwise a literal. Several stars in a row are one.
     *
     * @throws IllegalArgumentException for a glob that cannot be written in a query, because it
     *     holds blanks, parentheses, quotes, commas, operators or control characters
     */
    public static Pattern of(String word) {
        if (!hasWildcard(word)) {
            return literal(word);
        }
        if (!Characters.isWord(word) || !Characters.isWritable(word)) {
            throw new IllegalArgumentException("No glob: " + Quoting.quoted(word));
        }
        return new Pattern(word.replaceAll("\\*{2,}", "*"), true);
    }

    static boolean hasWildcard(String word) {
        return word.indexOf('*') >= 0 || word.indexOf('?') >= 0;
    }

    /** Whether the pattern is matched by one text only, which is {@link #text()}. */
    public boolean isLiteral() {
        return !glob;
    }

    /** The literal as it is, or the glob with its wildcards. */
    public String text() {
        return text;
    }

    /** What every text that matches begins with; all of it for a literal. */
    public String prefix() {
        int end = 0;
        while (end < text.length() && !isWildcard(end)) {
            end++;
        }
        return text.substring(0, end);
    }

    /**
     * Whether the whole text matches; a {@code ?} takes one code point. Takes no memory, and time
     * in proportion to the text: for each of its characters at most the length of the pattern.
     */
    public boolean matches(String candidate) {
        return glob ? matchesGlob(candidate) : text.equals(candidate);
    }

    /** Only the last star is ever tried again: whatever an earlier one took would do as well. */
    private boolean matchesGlob(String candidate) {
        int at = 0;
        int here = 0;
        int star = -1;
        int taken = 0;
        while (at < candidate.length()) {
            if (here < text.length() && text.charAt(here) == '*') {
                star = here++;
                taken = at;
            } else if (here < text.length() && matchesOne(candidate, at, here)) {
                at += text.charAt(here++) == '?' ? width(candidate, at) : 1;
            } else if (star >= 0) {
                taken += width(candidate, taken);
                at = taken;
                here = star + 1;
            } else {
                return false;
            }
        }
        return here == text.length() || (here == text.length() - 1 && text.charAt(here) == '*');
    }

    private boolean matchesOne(String candidate, int at, int here) {
        return text.charAt(here) == '?' || text.charAt(here) == candidate.charAt(at);
    }

    private static int width(String candidate, int at) {
        return Character.charCount(candidate.codePointAt(at));
    }

    private boolean isWildcard(int at) {
        return glob && (text.charAt(at) == '*' || text.charAt(at) == '?');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern pattern
                && text.equals(pattern.text)
                && glob == pattern.glob;
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + Boolean.hashCode(glob);
    }

    /** As it is written as a value in a query: literals in quotes where they need them. */
    @Override
    public String toString() {
        return glob ? text : Quoting.value(text);
    }
}
