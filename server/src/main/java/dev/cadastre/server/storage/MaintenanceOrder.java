package dev.cadastre.server.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words after {@code cadastre} ask for where no server is needed.
 *
 * @param verb what to do
 * @param words what has no dashes
 * @param options by their names; those without a value have an empty one
 * @param variables of the environment
 */
record MaintenanceOrder(
        Verb verb, List<String> words, Map<String, String> options, Map<String, String> variables) {

    private static final Set<String> VALUED = Set.of("--home", "--database-url");

    enum Verb {
        RESTORE("restore", "--home --database-url --without-key"),
        VERIFY("backup verify", ""),
        FORGET_OLD("database forget-old", "--home");

        private final String words;
        private final String options;

        Verb(String words, String options) {
            this.words = words;
            this.options = options;
        }

        private List<String> words() {
            return List.of(words.split(" ", -1));
        }

        private boolean takes(String option) {
            return List.of(options.split(" ", -1)).contains(option);
        }
    }

    /** The words make no sense. */
    static final class Senseless extends RuntimeException {

        private static final String REMEDY =
                "See `cadastre restore --help`, `cadastre backup verify --help` and `cadastre database"
                        + " forget-old --help`.";

        Senseless(String message) {
            super(message);
        }

        String remedy() {
            return REMEDY;
        }
    }

    /**
     * Reads it.
     *
     * @throws Senseless if there is no such verb, option or value
     */
    static MaintenanceOrder of(List<String> arguments, Map<String, String> variables) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (equals < 0 && VALUED.contains(name)) {
                i++;
                if (i == arguments.size()) {
                    throw new Senseless(name + " wants a value");
                }
                put(options, name, arguments.get(i));
            } else {
                put(options, name, equals < 0 ? "" : argument.substring(equals + 1));
            }
        }
        return of(words, options, variables);
    }

    private static void put(Map<String, String> options, String name, String value) {
        if (options.put(name, value) != null) {
            throw new Senseless(name + " is given more than once, and only one can be meant");
        }
    }

    private static MaintenanceOrder of(
            List<String> words, Map<String, String> options, Map<String, String> variables) {
        for (Verb verb : Verb.values()) {
            int length = verb.words().size();
            if (words.size() >= length && words.subList(0, length).equals(verb.words())) {
                options.keySet().stream()
                        .filter(option -> !verb.takes(option))
                        .forEach(option -> {
                            throw new Senseless("unknown option " + option);
                        });
                return new MaintenanceOrder(
                        verb,
                        List.copyOf(words.subList(length, words.size())),
                        Map.copyOf(options),
                        variables);
            }
        }
        throw new Senseless("unknown words: " + String.join(" ", words));
    }

    /** The one file that is named. */
    Path requireFile() {
        if (words.size() != 1) {
            throw new Senseless(
                    words.isEmpty() ? "name the file of the backup" : "name one file only");
        }
        return Path.of(words.getFirst());
    }

    /** As for {@code cadastre up}. */
    Path home() {
        String named = options.getOrDefault("--home", variables.get("CADASTRE_HOME"));
        return named == null
                ? Path.of(System.getProperty("user.home"), ".local/share/cadastre")
                : Path.of(named);
    }

    /** Whether a person looks on. */
    boolean terminal() {
        return System.getProperty("cadastre.terminal", "").contains("err");
    }

    RestoreOrder restore() {
        return new RestoreOrder(
                requireFile(),
                home(),
                options.getOrDefault("--database-url", variables.get("CADASTRE_DATABASE_URL")),
                variables.get("CADASTRE_DATABASE_USER"),
                first("CADASTRE_DATABASE_PASSWORD", "PGPASSWORD"),
                options.containsKey("--without-key"));
    }

    private @Nullable String first(String name, String other) {
        String value = variables.get(name);
        return value == null ? variables.get(other) : value;
    }
}
