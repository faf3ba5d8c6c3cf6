package dev.cadastre.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A plug-in with all that its run needs. No shell sees it: each argument arrives as it stands here.
 *
 * @param arguments the plug-in's absolute path, then its arguments
 * @param environment all the variables that it gets
 * @param directory where it runs; an absolute path
 * @param timeLimit after which it is ended
 * @param outputLimit how many bytes of standard output, and of standard error, are kept
 * @param account whose rights it has; empty for those of this process
 */
public record PluginCommand(
        List<String> arguments,
        Map<String, String> environment,
        Path directory,
        Duration timeLimit,
        int outputLimit,
        Optional<Account> account) {

    /** The environment of plug-ins for which no other is given. */
    public static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL", "C");

    /**
     * After which plug-ins are ended for which nothing else is said: twice their own convention.
     */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    /** Longer than this, no plug-in may take. */
    public static final Duration LONGEST = Duration.ofDays(1);

    /** How many bytes are kept if nothing else is said. */
    public static final int OUTPUT_LIMIT = 64 * 1024;

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException if a path is not absolute, a text holds NUL, a variable has
     *     no name, or a limit is out of bounds
     */
    public PluginCommand {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        require(!arguments.isEmpty(), "A command needs a program");
        require(arguments.getFirst().startsWith("/"), "A plug-in is named by its absolute path");
        require(directory.isAbsolute(), "A working directory is named by its absolute path");
        require(
                timeLimit.isPositive() && timeLimit.compareTo(LONGEST) <= 0,
                "A time limit is more than nothing, and at most a day");
        require(outputLimit > 0, "An output limit is more than nothing");
        for (int i = 0; i < arguments.size(); i++) {
            require(arguments.get(i).indexOf('\0') < 0, "Argument " + i + " holds a NUL");
        }
        environment.forEach(PluginCommand::requireVariable);
    }

    /** A plug-in with its arguments, and what is usual for the rest. */
    public static PluginCommand of(Path program, String... arguments) {
        List<String> all =
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
        return new PluginCommand(
                all, ENVIRONMENT, Path.of("/"), TIME_LIMIT, OUTPUT_LIMIT, Optional.empty());
    }

    /** The same with another environment. */
    public PluginCommand withEnvironment(Map<String, String> variables) {
        return new PluginCommand(arguments, variables, directory, timeLimit, outputLimit, account);
    }

    /** The same in another directory. */
    public PluginCommand in(Path folder) {
        return new PluginCommand(arguments, environment, folder, timeLimit, outputLimit, account);
    }

    /** The same with another time limit. */
    public PluginCommand within(Duration limit) {
        return new PluginCommand(arguments, environment, directory, limit, outputLimit, account);
    }

    /** The same with so many bytes kept. */
    public PluginCommand keeping(int bytes) {
        return new PluginCommand(arguments, environment, directory, timeLimit, bytes, account);
    }

    /** The same with another's rights. */
    public PluginCommand as(Account other) {
        return new PluginCommand(
                arguments, environment, directory, timeLimit, outputLimit, Optional.of(other));
    }

    private static void requireVariable(String name, String value) {
        require(
                !name.isEmpty() && name.indexOf('=') < 0 && name.indexOf('\0') < 0,
                "A variable's name is neither empty nor holds = or NUL");
        require(value.indexOf('\0') < 0, "The variable " + name + " holds a NUL");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
