package dev.cadastre.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says why a plug-in was not started, by the error number and a look at what it concerns. */
final class StartFailure {
    private static final int NOT_FOUND = 127;

    private StartFailure() {}

    static Ending.NotStarted of(int errno, PluginCommand command) {
        Path program = Path.of(command.arguments().getFirst());
        Path directory = command.directory();
        return switch (errno) {
            case Errno.ENOENT, Errno.EACCES, Errno.ENOTDIR, Errno.ELOOP ->
                    Files.isDirectory(directory) && Files.isExecutable(directory)
                            ? ofFile(errno, command)
                            : new Ending.NotStarted(
                                    Ending.Reason.NO_DIRECTORY,
                                    "The working directory " + directory + " cannot be entered");
            case Errno.ENOEXEC ->
                    new Ending.NotStarted(
                            Ending.Reason.WRONG_FORMAT,
                            program
                                    + " is neither a program for this machine nor a script that"
                                    + " begins with #!");
            case Errno.E2BIG ->
                    new Ending.NotStarted(
                            Ending.Reason.ARGUMENTS_TOO_LONG,
                            "The arguments and the environment are longer than the system allows");
            case Errno.EAGAIN -> noResources("processes: see ulimit -u, and TasksMax of its unit");
            case Errno.ENOMEM -> noResources("memory");
            case Errno.EMFILE -> noResources("descriptors for this process: see ulimit -n");
            case Errno.ENFILE -> noResources("descriptors: see fs.file-max");
            case Errno.ETXTBSY ->
                    new Ending.NotStarted(
                            Ending.Reason.NOT_EXECUTABLE, program + " is being written");
            default ->
                    new Ending.NotStarted(
                            Ending.Reason.OTHER, program + " failed to start with error " + errno);
        };
    }

    private static Ending.NotStarted noResources(String what) {
        return new Ending.NotStarted(Ending.Reason.NO_RESOURCES, "The machine is out of " + what);
    }

    private static Ending.NotStarted ofFile(int errno, PluginCommand command) {
        Path program = Path.of(command.arguments().getFirst());
        if (Files.isDirectory(program)) {
            return new Ending.NotStarted(Ending.Reason.NOT_EXECUTABLE, program + " is a folder");
        }
        if (errno == Errno.EACCES) {
            return notAllowed(command);
        }
        return new Ending.NotStarted(
                Ending.Reason.NOT_FOUND,
                Files.exists(program)
                        ? "The interpreter that the first line of "
                                + program
                                + " names is not there"
                        : "There is no " + program);
    }

    private static Ending.NotStarted notAllowed(PluginCommand command) {
        return new Ending.NotStarted(
                Ending.Reason.NOT_EXECUTABLE,
                command.arguments().getFirst()
                        + command.account()
                                .map(account ->
                                        " may not be read and executed by " + account.name())
                                .orElse(" may not be executed"));
    }

    /**
     * How a run ended that had an account's rights and printed nothing. A script that may be
     * executed, but not be read by its interpreter, fails with any code, and silently but for an
     * error; setpriv even executes what the account may not, since it still has this process's
     * capabilities then.
     */
    static Ending ofAccount(
            Ending ending, String errors, PluginCommand command, Optional<RightsProgram> rights) {
        if (!(ending instanceof Ending.Exited(int code)) || code == 0) {
            return ending;
        }
        Account account = command.account().orElseThrow();
        boolean complains = rights.filter(program -> program.complains(errors)).isPresent();
        boolean notExecuted = rights.filter(it -> it.couldNotExecute(errors)).isPresent();
        if (complains && !notExecuted) {
            return noSuchRights(account, Quoted.of(errors.strip()));
        }
        if (notExecuted && code == NOT_FOUND) {
            return ofFile(Errno.ENOENT, command);
        }
        return notExecuted || !Permissions.allow(account, Path.of(command.arguments().getFirst()))
                ? notAllowed(command)
                : ending;
    }

    static Ending.NotStarted noSuchRights(Account account, String why) {
        return new Ending.NotStarted(
                Ending.Reason.NO_SUCH_RIGHTS,
                "The rights of " + account.name() + " were not had: " + why);
    }
}
