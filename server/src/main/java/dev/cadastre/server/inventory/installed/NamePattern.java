package dev.cadastre.server.inventory.installed;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What names are to look like, letter case apart: with {@code *} for any characters the whole of
 * them, {@code lib*ssl*}; without one, a part.
 *
 * @param text as it was typed
 */
public record NamePattern(String text) {

    private static final Pattern LITERAL = Pattern.compile("[%_\\\\]");

    /** Whether {@code name} looks so. */
    public boolean matches(String name) {
        return text.indexOf('*') < 0
                ? name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                : whole(
                        name.toLowerCase(Locale.ROOT),
                        text.toLowerCase(Locale.ROOT).split("\\*", -1));
    }

    /** Takes each piece where it comes first, which never spoils what follows. */
    private static boolean whole(String name, String[] pieces) {
        String last = pieces[pieces.length - 1];
        int end = name.length() - last.length();
        if (!name.startsWith(pieces[0]) || !name.endsWith(last)) {
            return false;
        }
        int position = pieces[0].length();
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = name.indexOf(pieces[i], position);
            if (found < 0) {
                return false;
            }
            position = found + pieces[i].length();
        }
        return position <= end;
    }

    /** The same for {@code lower(name) like …} in SQL. */
    String like() {
        String escaped = LITERAL.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("\\\\$0");
        return text.indexOf('*') < 0 ? "%" + escaped + "%" : escaped.replace('*', '%');
    }
}
