package dev.cadastre.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program setpriv, which gives a plug-in another's rights when it stands in front of it, and
 * drops capabilities in every case.
 *
 * @param path where it is
 */
record RightsProgram(String path) {
    private static final String NOT_EXECUTED = ": failed to execute";

    /** Empty if there is none. */
    static Optional<RightsProgram> installed() {
        return Stream.of("/usr/bin/setpriv", "/bin/setpriv")
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .map(RightsProgram::new);
    }

    /** The whole of a command. */
    List<String> command(Account account, List<String> arguments) {
        List<String> all = new ArrayList<>();
        all.add(path);
        all.addAll(
                List.of(
                        "--reuid=" + number(account.user()),
                        "--regid=" + number(account.group()),
                        groups(account),
                        "--inh-caps=-all",
                        "--ambient-caps=-all",
                        "--"));
        all.addAll(arguments);
        return all;
    }

    private static String groups(Account account) {
        return account.groups().isEmpty()
                ? "--clear-groups"
                : account.groups().stream()
                        .map(RightsProgram::number)
                        .collect(Collectors.joining(",", "--groups=", ""));
    }

    private static String number(int id) {
        return Integer.toUnsignedString(id);
    }

    /** Whether what was printed is its own complaint. */
    boolean complains(String errors) {
        return errors.startsWith(path + ": ") || errors.startsWith("setpriv: ");
    }

    /** Whether its complaint is that it could not execute the plug-in. */
    boolean couldNotExecute(String errors) {
        return complains(errors) && errors.contains(NOT_EXECUTED);
    }
}
