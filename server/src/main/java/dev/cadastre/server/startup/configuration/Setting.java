package dev.cadastre.server.startup.configuration;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that an operator can set.
 *
 * @param section where it stands; one that ends with {@code NAME} stands for as many sections as
 *     there are environments
 * @param key its name there, in lower case
 * @param property how the rest of the server knows it; {@code NAME} is put in as above
 * @param type what its value must be
 * @param usual the value of who says nothing, as it would be written; empty for none
 * @param text what it is for, as a phrase
 */
record Setting(
        String section, String key, String property, ValueType type, String usual, String text) {

    /** What stands for the name of an environment. */
    static final String NAME = "NAME";

    private static final String PER_NAME = " " + NAME;

    /** How people speak of it. */
    String name() {
        return section + "." + key;
    }

    /** Whether it may be said for each environment by itself. */
    boolean perEnvironment() {
        return section.endsWith(PER_NAME);
    }

    /** Empty if a section of that name is none of this setting; else what {@code NAME} is in it. */
    Optional<String> nameIn(String written) {
        if (!perEnvironment()) {
            return written.equals(section) ? Optional.of("") : Optional.empty();
        }
        String start = section.substring(0, section.length() - NAME.length());
        return written.startsWith(start) && written.length() > start.length()
                ? Optional.of(written.substring(start.length()).strip())
                : Optional.empty();
    }

    /** The property for that environment; the name is passed over where there is none. */
    String propertyFor(String name) {
        return property.replace("[" + NAME + "]", "[" + name + "]");
    }

    /** The variable that says it, and counts more than a file does. */
    Optional<String> variable(Map<String, String> environment) {
        String upper = property.toUpperCase(Locale.ROOT).replace('.', '_');
        return Stream.of(upper.replace('-', '_'), upper.replace("-", ""))
                .filter(name -> !Objects.requireNonNullElse(environment.get(name), "").isEmpty())
                .findFirst();
    }
}
