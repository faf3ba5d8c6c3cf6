package dev.cadastre.server.estate;

import java.util.regex.Pattern;

/** How all that sections define may be called. */
final class Name {
    /** The longest name, that of the longest DNS name. */
    static final int LONGEST = 253;

    static final String RULE =
            "use letters, digits, '.', '_' and '-' only, and begin with a letter, a digit or '_'";

    // A leading '-' would be taken for an option, and '.' or '..' for a folder.
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private Name() {}

    static boolean isValid(String text) {
        return text.length() <= LONGEST && VALID.matcher(text).matches();
    }
}
