package dev.cadastre.change.text;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a POSIX shell's command line. */
public final class ShellWords {

    /** Needs no quotes; {@code =} does, for before a command it would set a variable. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9%+,./:@_-]+");

    private ShellWords() {}

    /**
     * The text as one word: the shell takes it for exactly these characters, whatever they are.
     *
     * @throws IllegalArgumentException if it holds what no shell can take: U+0000, or half of a
     *     surrogate pair
     */
    public static String quoted(String text) {
        requireWord(text);
        return isPlain(text) ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Whether it is one word in which no shell finds anything, wherever it stands. */
    public static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    /**
     * The texts as words with blanks between them.
     *
     * @throws IllegalArgumentException as for {@link #quoted}
     */
    public static String joined(Collection<String> texts) {
        return texts.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static void requireWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == '\0' || (Character.isSurrogate(c) && !pair)) {
                throw new IllegalArgumentException(
                        "a word of a shell cannot hold U+%04X, as at index %d"
                                .formatted((int) c, i));
            }
            i += pair ? 1 : 0;
        }
    }
}
