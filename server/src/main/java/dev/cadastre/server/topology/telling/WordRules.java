package dev.cadastre.server.topology.telling;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What words about assets have to be like. Pure. */
final class WordRules {

    private static final int MOST = 100;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_LINE = 200;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(passw|passphrase|secret|token|credential|api[._-]?key|private[._-]?key).*");

    private WordRules() {}

    /** Whether it can name an environment, a team or an application. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a value under that name may be a secret; the name of one is none. */
    static boolean looksSecret(String key) {
        return SECRET.matcher(key).matches() && !key.endsWith(".secret-name");
    }

    /** What is wrong with a line of text; null if nothing is. */
    static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            return "It is empty.";
        }
        if (text.length() > LONGEST_LINE) {
            return "It has more than " + LONGEST_LINE + " characters.";
        }
        return CONTROL.matcher(text).find() || text.contains("\n") ? "It is not one line." : null;
    }

    /**
     * Tells what is wrong with named values.
     *
     * @param problems takes a name and a sentence
     */
    static void values(Map<String, String> values, BiConsumer<String, String> problems) {
        if (values.size() > MOST) {
            problems.accept("", "There are more than " + MOST + ".");
        }
        values.forEach((key, value) -> {
            if (!KEY.matcher(key).matches()) {
                problems.accept(
                        key,
                        "A name has at most 63 letters, digits, “.”, “_” and “-”, and begins with a"
                                + " letter or digit.");
            } else if (looksSecret(key)) {
                problems.accept(key, "It looks like a secret, and secrets are not kept here.");
            }
            if (value.length() > LONGEST || CONTROL.matcher(value).find()) {
                problems.accept(key, "A value is text of at most " + LONGEST + " characters.");
            }
        });
    }
}
