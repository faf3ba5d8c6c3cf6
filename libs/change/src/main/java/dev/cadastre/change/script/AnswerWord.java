package dev.cadastre.change.script;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The random word by which the lines of one answer are known, so that nothing that a command prints
 * can be taken for them.
 *
 * @param text 16 to 64 hexadecimal digits
 */
public record AnswerWord(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16,64}");
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** Checks its form. */
    public AnswerWord {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "not a word of 16 to 64 hexadecimal digits: " + text);
        }
    }

    /** A new one that nobody can guess. */
    public static AnswerWord random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new AnswerWord(HexFormat.of().formatHex(bytes));
    }
}
