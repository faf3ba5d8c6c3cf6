package dev.cadastre.server.startup.configuration;

import dev.cadastre.ini.Problem;
import java.util.List;

/**
 * What a file says.
 *
 * @param said in the order of the reference
 * @param problems all that is wrong with the file, in its order; with an error among them nothing
 *     of it counts
 */
record Configuration(List<Said> said, List<Problem> problems) {

    Configuration {
        said = List.copyOf(said);
        problems = List.copyOf(problems);
    }

    /**
     * One setting of a file.
     *
     * @param setting which
     * @param name the environment's, where it is for one; else empty
     * @param value as it was written, with everything substituted
     * @param place {@code file:line}
     */
    record Said(Setting setting, String name, String value, String place) {

        /** How the rest of the server knows it. */
        String property() {
            return setting.propertyFor(name);
        }

        /** As Spring reads it. */
        String forSpring() {
            return setting.type().forSpring().apply(value);
        }
    }

    /** Whether it may be used: there may be warnings, but no error. */
    boolean isUsable() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
