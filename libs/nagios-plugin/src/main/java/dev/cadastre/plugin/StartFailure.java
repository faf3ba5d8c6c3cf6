package dev.cadastre.plugin;

import java.nio.file.Files;
import java.nio.file.Path;

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
                            ? ofFile(errno, program)
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

    private static Ending.NotStarted ofFile(int errno, Path program) {
        if (Files.isDirectory(program)) {
            return new Ending.NotStarted(Ending.Reason.NOT_EXECUTABLE, program + " is a folder");
        }
        if (errno == Errno.EACCES) {
            return new Ending.NotStarted(
                    Ending.Reason.NOT_EXECUTABLE, program + " may not be executed");
        }
        return new Ending.NotStarted(
                Ending.Reason.NOT_FOUND,
                Files.exists(program)
                        ? "The interpreter that the first line of "
                                + program
                                + " names is not there"
                        : "There is no " + program);
    }

    /**
     * How a run as another account ended. setpriv still has this process's capabilities when it
     * executes, so that a script which its interpreter may not read then fails with any code, and
     * silently but for an error.
     */
    static Ending ofAnotherAccount(
            Ending ending, String errors, PluginCommand command, RightsProgram rights) {
        if (!(ending instanceof Ending.Exited(int code)) || code == 0) {
            return ending;
        }
        Path program = Path.of(command.arguments().getFirst());
        Account account = command.account().orElseThrow();
        boolean notExecuted = rights.couldNotExecute(errors);
        if (rights.complains(errors) && !notExecuted) {
            return new Ending.NotStarted(
                    Ending.Reason.NO_SUCH_RIGHTS,
                    "The rights of "
                            + account.name()
                            + " were not had: "
                            + Quoted.of(errors.strip()));
        }
        if (notExecuted && code == NOT_FOUND) {
            return ofFile(Errno.ENOENT, program);
        }
        return notExecuted || !Permissions.allow(account, program)
                ? new Ending.NotStarted(
                        Ending.Reason.NOT_EXECUTABLE,
                        program + " may not be read and executed by " + account.name())
                : ending;
    }
}
