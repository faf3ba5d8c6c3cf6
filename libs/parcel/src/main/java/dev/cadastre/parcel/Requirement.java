package dev.cadastre.parcel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a parcel needs from another.
 *
 * @param name what is to be provided
 * @param range which versions of it; {@code ""} for each
 * @param binding what it is called in the parcel that requires it
 * @param optional whether it can do without
 */
public record Requirement(String name, String range, String binding, boolean optional) {

    private static final Pattern LINE =
            Pattern.compile(
                    "(?<name>\\S+)(?<range>(\\s+(?!as\\s|optional$)[^\\s].*?)?)"
                            + "(\\s+as\\s+(?<binding>\\S+))?(?<optional>\\s+optional)?");
    private static final Pattern BOUND =
            Pattern.compile("\\s*(?<operator><=|>=|!=|<|>|=)\\s*(?<version>[^\\s<>=!]+)");

    /**
     * Checks the parts, and brings the range into its one form.
     *
     * @throws IllegalArgumentException if a name is none or the range cannot be read
     */
    public Requirement {
        if (!ParcelName.isName(name) || !ParcelName.isName(binding)) {
            throw new IllegalArgumentException(
                    "It is no name of small letters, digits and dashes: "
                            + (ParcelName.isName(name) ? binding : name));
        }
        range = normal(range);
    }

    /**
     * Reads a line such as {@code postgresql >= 13 <16 as database optional}.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static Requirement parse(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("It is not written as NAME RANGE as BINDING");
        }
        String name = parts.group("name");
        return new Requirement(
                name,
                parts.group("range"),
                Optional.ofNullable(parts.group("binding")).orElse(name),
                parts.group("optional") != null);
    }

    private static String normal(String range) {
        StringBuilder normal = new StringBuilder();
        Matcher bound = BOUND.matcher(range);
        int at = 0;
        while (bound.find(at) && bound.start() == at) {
            String version = bound.group("version");
            if (!ParcelName.isVersion(version)) {
                throw new IllegalArgumentException("It is no version: " + version);
            }
            normal.append(normal.isEmpty() ? "" : " ").append(bound.group("operator")).append(version);
            at = bound.end();
        }
        if (!range.substring(at).isBlank()) {
            throw new IllegalArgumentException(
                    "It is no range: %s; write bounds such as >=13 <16".formatted(range.strip()));
        }
        return normal.toString();
    }

    /** As it is written in a parcel's annotations. */
    @Override
    public String toString() {
        return Stream.of(name, range, "as " + binding, optional ? "optional" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
