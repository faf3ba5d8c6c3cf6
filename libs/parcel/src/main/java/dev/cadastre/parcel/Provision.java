package dev.cadastre.parcel;

import dev.cadastre.ini.Quoted;
import java.util.regex.Pattern;

/**
 * Something that a parcel is to others. Immutable.
 *
 * @param name as others require it
 * @param version of what is provided
 */
public record Provision(String name, String version) {

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public Provision {
        if (!ParcelName.isName(name)) {
            throw new IllegalArgumentException(
                    "%s is no name of small letters, digits and dashes".formatted(Quoted.of(name)));
        }
        if (!ParcelName.isVersion(version)) {
            throw new IllegalArgumentException(
                    "%s is no version; write one such as 13 or 2.0.1"
                            .formatted(Quoted.of(version)));
        }
    }

    /**
     * Reads a line such as {@code http} or {@code http 1.1}.
     *
     * @param own the version that counts if the line has none
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static Provision parse(String line, String own) {
        String[] words = BLANKS.split(line.strip(), 2);
        return new Provision(words[0], words.length == 1 ? own : words[1]);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
