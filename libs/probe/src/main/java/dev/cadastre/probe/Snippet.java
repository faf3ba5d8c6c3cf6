package dev.cadastre.probe;

import java.util.regex.Pattern;

/**
 * A piece of POSIX shell that the server adds to the probe. It prints facts as {@code key=value}
 * lines or one JSON object, runs in a subshell of its own without standard input, and fails alone.
 *
 * @param name letters, digits, {@code _} and {@code -}; its facts are named {@code name.key}
 * @param script the shell text
 */
public record Snippet(String name, String script) {

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

    public Snippet {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A snippet's name is made of letters, digits, _ and -, and this is '"
                            + name
                            + "'");
        }
    }
}
