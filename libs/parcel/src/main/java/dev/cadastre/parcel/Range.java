package dev.cadastre.parcel;

import dev.cadastre.ini.Quoted;
import dev.cadastre.versions.VersionRange;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions of something do. Immutable.
 *
 * @param text the bounds in the order in which they were written, as in {@code >=13 <16}: no blank
 *     behind an operator, one between bounds; {@code ""} if each version does
 */
public record Range(String text) {

    /** Possessive, so that no text makes it try twice. */
    private static final Pattern BOUND =
            Pattern.compile("(<=|>=|!=|<|>|=)[ \\t]*+([^ \\t<>=!]++)(?:[ \\t]++|\\z)");

    /**
     * Brings what was written, such as {@code >= 13 <16}, into its one form.
     *
     * @throws IllegalArgumentException if it is no range; the message says why
     */
    public Range {
        text = normal(text.strip(), ParcelName::isVersion);
    }

    static String normal(String text, Predicate<String> isVersion) {
        StringJoiner normal = new StringJoiner(" ");
        Matcher bound = BOUND.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!bound.region(at, text.length()).lookingAt()) {
                throw new IllegalArgumentException(
                        "%s is no range; write bounds such as >=13 <16".formatted(Quoted.of(text)));
            }
            normal.add(bound.group(1) + version(bound.group(2), isVersion));
            at = bound.end();
        }
        return normal.toString();
    }

    private static String version(String text, Predicate<String> isVersion) {
        if (!isVersion.test(text)) {
            throw new IllegalArgumentException(
                    "%s is no version; write one such as 13 or 2.0.1".formatted(Quoted.of(text)));
        }
        return text;
    }

    /** Whether a version fits all bounds, by the order of versions alone. */
    public boolean contains(String version) {
        return text.isEmpty() || VersionRange.parse(ParcelName.VERSIONS, text).contains(version);
    }

    @Override
    public String toString() {
        return text;
    }
}
