package dev.cadastre.server.startup.configuration;

import dev.cadastre.ini.Problem;
import dev.cadastre.server.storage.StartFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code cadastre config}: the server's program asked about its configuration, without a server.
 * The launcher comes here, since only this program knows the settings.
 */
public final class ConfigCommand {

    private static final int DONE = 0;
    private static final int NO = 1;
    private static final int USAGE = 2;

    private final Map<String, String> variables;
    private final PrintStream out;
    private final PrintStream err;

    ConfigCommand(Map<String, String> variables, PrintStream out, PrintStream err) {
        this.variables = variables;
        this.out = out;
        this.err = err;
    }

    /** Ends with 0 if all is well, 1 if not, and 2 if that is no command. */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = new ConfigCommand(System.getenv(), out, err).run(List.of(arguments));
        out.flush();
        System.exit(status);
    }

    int run(List<String> arguments) {
        try {
            return switch (arguments) {
                case List<String> words when is(words, "check", 2) -> check(file(words));
                case List<String> words when is(words, "show", 2) -> show(file(words));
                case List<String> words when is(words, "example", 1) ->
                        print(ConfigurationText.example());
                case List<String> words when is(words, "table", 1) ->
                        print(ConfigurationText.table());
                default -> usage();
            };
        } catch (StartFailure e) {
            err.println("cadastre: " + e.getMessage());
            err.println("  " + e.remedy());
            return NO;
        }
    }

    private static boolean is(List<String> words, String verb, int most) {
        return !words.isEmpty() && words.getFirst().equals(verb) && words.size() <= most;
    }

    private Optional<Path> file(List<String> arguments) {
        return arguments.stream()
                .skip(1)
                .findFirst()
                .or(() -> Optional.ofNullable(variables.get("CADASTRE_CONFIG")))
                .filter(name -> !name.isEmpty())
                .map(name -> Path.of(name).toAbsolutePath());
    }

    private int check(Optional<Path> file) {
        if (file.isEmpty()) {
            throw noFile();
        }
        Configuration read = ConfigurationFile.read(file.get());
        List<Problem> beyond = ConfigurationChecks.of(read, variables);
        read.problems().forEach(err::println);
        beyond.forEach(err::println);
        boolean isUsable = read.isUsable() && beyond.stream().noneMatch(Problem::isError);
        if (isUsable) {
            out.println("%s sets %d, and can be used".formatted(file.get(), read.said().size()));
        }
        return isUsable ? DONE : NO;
    }

    private int show(Optional<Path> file) {
        Configuration read =
                file.map(ConfigurationFile::readUsable)
                        .orElseGet(() -> new Configuration(List.of(), List.of()));
        return print(ConfigurationText.effective(read, variables));
    }

    private int print(String text) {
        out.print(text);
        return DONE;
    }

    private static StartFailure noFile() {
        return new StartFailure(
                "No configuration was named, and none is installed",
                "Name one: cadastre config check FILE.");
    }

    private int usage() {
        err.println("Usage: cadastre config check [FILE] | show [FILE] | example");
        return USAGE;
    }
}
