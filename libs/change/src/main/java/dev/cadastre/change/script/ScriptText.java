package dev.cadastre.change.script;

import dev.cadastre.change.text.ShellWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text that a host's shell runs. It is the same for each call of one script, so that it can be
 * sent once; the call says by its arguments what to do. Pure.
 */
public final class ScriptText {

    private static final Pattern VARIABLE = Pattern.compile("[a-z_]+");
    private static final String RESERVED = "cadastre_";

    /** What functions of the prelude rely on or leave behind. */
    private static final Set<String> TAKEN =
            Set.of("newline", "kind", "folder", "scratch", "number", "rights_wish");

    private static final String PRELUDE = read("prelude.sh");

    private ScriptText() {}

    /** What comes before the {@link #body} of any script; is the same for all of them. */
    public static String prelude() {
        return PRELUDE;
    }

    /**
     * What follows the prelude.
     *
     * @throws IllegalArgumentException if a variable cannot be one of a shell's, or has a name that
     *     belongs to the prelude
     */
    public static String body(Script script) {
        return script.variables().entrySet().stream()
                        .map(variable -> assigned(variable.getKey(), variable.getValue()))
                        .collect(Collectors.joining())
                + function("cadastre_look", script.look())
                + function("cadastre_act", script.act())
                + "cadastre_main \"$@\"\n";
    }

    /**
     * All of it. A text that arrives cut off does nothing.
     *
     * @throws IllegalArgumentException as for {@link #body}
     */
    public static String whole(Script script) {
        return "{\n" + PRELUDE + body(script) + "}\n";
    }

    /** The arguments of a call that only looks. */
    public static List<String> look(AnswerWord word) {
        return List.of("look", word.text());
    }

    /**
     * The arguments of a call that acts.
     *
     * @param basis what the plan rests on, as an earlier look said; empty for whatever is there
     */
    public static List<String> apply(AnswerWord word, String basis) {
        return List.of("apply", word.text(), basis.isEmpty() ? "-" : basis);
    }

    private static String function(String name, String body) {
        return name + "() {\n:\n" + body + "\n}\n";
    }

    private static String assigned(String name, String value) {
        if (!VARIABLE.matcher(name).matches()
                || name.startsWith(RESERVED)
                || TAKEN.contains(name)) {
            throw new IllegalArgumentException("no name for a variable of a script: " + name);
        }
        return name + "=" + ShellWords.quoted(value) + "\n";
    }

    private static String read(String name) {
        try (InputStream in = ScriptText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the library's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the library's jar", e);
        }
    }
}
