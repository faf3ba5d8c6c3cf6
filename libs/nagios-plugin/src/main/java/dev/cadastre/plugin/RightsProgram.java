package dev.cadastre.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that gives a plug-in another's rights when it stands in front of it.
 *
 * @param path where it is
 * @param kind which it is
 */
record RightsProgram(String path, Kind kind) {

    enum Kind {
        /** The faster one. What is root's falls with root; of a user, capabilities would stay. */
        CHROOT("/usr/sbin/chroot", "/usr/bin/chroot", ": failed to run command"),
        /** Drops capabilities in every case. */
        SETPRIV("/usr/bin/setpriv", "/bin/setpriv", ": failed to execute");

        private final String path;
        private final String otherPath;
        private final String notExecuted;

        Kind(String path, String otherPath, String notExecuted) {
            this.path = path;
            this.otherPath = otherPath;
            this.notExecuted = notExecuted;
        }

        Optional<RightsProgram> installed() {
            return Stream.of(path, otherPath)
                    .filter(place -> Files.isExecutable(Path.of(place)))
                    .findFirst()
                    .map(place -> new RightsProgram(place, this));
        }
    }

    /** The one to use for a user's processes; empty if there is none. */
    static Optional<RightsProgram> of(int effectiveUser) {
        return effectiveUser == 0
                ? Kind.CHROOT.installed().or(Kind.SETPRIV::installed)
                : Kind.SETPRIV.installed();
    }

    /** The whole of a command. */
    List<String> command(Account account, List<String> arguments) {
        List<String> all = new ArrayList<>();
        all.add(path);
        all.addAll(kind == Kind.CHROOT ? chroot(account) : setpriv(account));
        all.addAll(arguments);
        return all;
    }

    /** The folder stays, and so does the root. A plus keeps it from looking for accounts. */
    private static List<String> chroot(Account account) {
        return List.of(
                "--skip-chdir",
                "--userspec=+" + number(account.user()) + ":+" + number(account.group()),
                "--groups=" + groups(account, "+"),
                "/");
    }

    private static List<String> setpriv(Account account) {
        return List.of(
                "--reuid=" + number(account.user()),
                "--regid=" + number(account.group()),
                account.groups().isEmpty() ? "--clear-groups" : "--groups=" + groups(account, ""),
                "--inh-caps=-all",
                "--ambient-caps=-all",
                "--");
    }

    private static String groups(Account account, String sign) {
        return account.groups().stream()
                .map(group -> sign + number(group))
                .collect(Collectors.joining(","));
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
        return complains(errors) && errors.contains(kind.notExecuted);
    }
}
