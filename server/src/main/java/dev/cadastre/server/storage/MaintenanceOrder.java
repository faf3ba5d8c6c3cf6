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
 * @param defaults what counts besides
 */
record MaintenanceOrder(
        Verb verb, List<String> words, Map<String, String> options, MaintenanceDefaults defaults) {

    private static final Set<String> VALUED = Set.of("--home", "--database-url");

    /** Those that all verbs which ask a server take. */
    private static final Set<String> OF_QUESTIONS = Set.of("--at", "--output", "-o", "--server");

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

        private void requireTaken(String option) {
            if (OF_QUESTIONS.contains(option)) {
                throw new Senseless(
                        this,
                        "%s is of no use to %s, which asks no server".formatted(option, words));
            }
            if (!List.of(options.split(" ", -1)).contains(option)) {
                throw new Senseless(this, "unknown option " + option);
            }
        }

        /** That which the arguments begin with. */
        private static Verb of(List<String> arguments) {
            for (Verb verb : values()) {
                int length = verb.words().size();
                if (arguments.size() >= length
                        && arguments.subList(0, length).equals(verb.words())) {
                    return verb;
                }
            }
            throw new Senseless(null, "unknown words: " + String.join(" ", arguments));
        }
    }

    /** The words make no sense. */
    static final class Senseless extends RuntimeException {

        private final String remedy;

        /** Null for the verb where there is none. */
        Senseless(@Nullable Verb verb, String message) {
            super(message);
            this.remedy =
                    verb == null
                            ? "See `cadastre --help`."
                            : "See `cadastre %s --help`.".formatted(verb.words);
        }

        String remedy() {
            return remedy;
        }
    }

    /**
     * Reads it.
     *
     * @throws Senseless if there is no such verb, option or value
     */
    static MaintenanceOrder of(List<String> arguments, MaintenanceDefaults defaults) {
        Verb verb = Verb.of(arguments);
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = verb.words().size(); i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("-") || argument.equals("-")) {
                words.add(argument);
                continue;
            }
            verb.requireTaken(name);
            String value = equals < 0 ? "" : argument.substring(equals + 1);
            if (equals >= 0 && !VALUED.contains(name)) {
                throw new Senseless(verb, name + " takes no value");
            }
            if (equals < 0 && VALUED.contains(name)) {
                i++;
                if (i == arguments.size()) {
                    throw new Senseless(verb, name + " wants a value");
                }
                value = arguments.get(i);
            }
            if (options.put(name, value) != null) {
                throw new Senseless(
                        verb, name + " is given more than once, and only one can be meant");
            }
        }
        return new MaintenanceOrder(verb, List.copyOf(words), Map.copyOf(options), defaults);
    }

    /** The one file that is named. */
    Path requireFile() {
        if (words.size() != 1) {
            throw new Senseless(
                    verb, words.isEmpty() ? "name the file of the backup" : "name one file only");
        }
        return Path.of(words.getFirst());
    }

    /** As for {@code cadastre up}. */
    Path home() {
        String option = options.get("--home");
        String named = option == null ? defaults.home() : option;
        return named == null
                ? Path.of(System.getProperty("user.home"), ".local/share/cadastre")
                : Path.of(named);
    }

    /** Whether a person looks on. */
    boolean terminal() {
        return System.getProperty("cadastre.terminal", "").contains("err");
    }

    RestoreOrder restore() {
        String option = options.get("--database-url");
        String url = option == null ? defaults.databaseUrl() : option;
        return new RestoreOrder(
                requireFile(),
                home(),
                url,
                url == null ? null : defaults.databaseUser(),
                url == null ? null : defaults.databasePassword(),
                options.containsKey("--without-key"));
    }
}
