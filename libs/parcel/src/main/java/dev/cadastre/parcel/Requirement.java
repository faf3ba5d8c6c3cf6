package dev.cadastre.parcel;

import dev.cadastre.ini.Quoted;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a parcel needs from another. Immutable.
 *
 * @param name what is to be provided
 * @param range which versions of it, in the form of {@link Range#text}; {@code ""} for each
 * @param binding what it is called in the parcel that requires it
 * @param optional whether it can do without
 */
public record Requirement(String name, String range, String binding, boolean optional) {

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final String AS = "as";
    private static final String OPTIONAL = "optional";

    /**
     * Checks the parts, and brings the range into its one form.
     *
     * @throws IllegalArgumentException if a name is none or the range cannot be read
     */
    public Requirement {
        requireName(name);
        requireName(binding);
        range = new Range(range).text();
    }

    private static void requireName(String text) {
        if (!ParcelName.isName(text)) {
            throw new IllegalArgumentException(
                    "%s is no name of small letters, digits and dashes".formatted(Quoted.of(text)));
        }
    }

    /**
     * Reads a line such as {@code postgresql >= 13 <16 as database optional}, from left to right:
     * what follows the first {@code as} is the binding, whatever it is called.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static Requirement parse(String line) {
        List<String> words = List.of(BLANKS.split(line.strip()));
        String name = words.get(0);
        int at = 1;
        while (at < words.size() && !words.get(at).equals(AS) && !words.get(at).equals(OPTIONAL)) {
            at++;
        }
        String range = String.join(" ", words.subList(1, at));
        boolean isBound = at < words.size() && words.get(at).equals(AS);
        if (isBound && at + 1 == words.size()) {
            throw new IllegalArgumentException("no binding stands behind as; write as BINDING");
        }
        String binding = isBound ? words.get(at + 1) : name;
        List<String> rest = words.subList(isBound ? at + 2 : at, words.size());
        if (!rest.isEmpty() && !rest.equals(List.of(OPTIONAL))) {
            throw new IllegalArgumentException(
                    "%s is too much; write NAME RANGE as BINDING optional"
                            .formatted(Quoted.of(String.join(" ", rest))));
        }
        return new Requirement(name, range, binding, !rest.isEmpty());
    }

    /** Whether something that is provided in a version does, by the order of versions alone. */
    public boolean isMetBy(Provision provision) {
        return provision.name().equals(name) && new Range(range).contains(provision.version());
    }

    /** As it is written in a parcel's annotations; the binding is always told. */
    @Override
    public String toString() {
        return Stream.of(name, range, AS + " " + binding, optional ? OPTIONAL : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
