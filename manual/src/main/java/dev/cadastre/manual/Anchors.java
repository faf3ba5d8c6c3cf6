package dev.cadastre.manual;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names the headings of one page in their order, as forges do: small letters, blanks as hyphens,
 * nothing but letters, digits, hyphens and underscores, and a number behind a name that is taken.
 * Not for several threads.
 */
public final class Anchors {

    private static final Pattern LEFT_OUT = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_ -]");

    private final Map<String, Integer> taken = new HashMap<>();

    /** Names the next heading, which is given without marks. */
    public String next(String heading) {
        String name =
                LEFT_OUT.matcher(heading.strip().toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .replace(' ', '-');
        int before = taken.merge(name, 1, Integer::sum) - 1;
        return before == 0 ? name : name + "-" + before;
    }
}
