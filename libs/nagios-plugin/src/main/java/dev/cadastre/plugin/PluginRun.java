package dev.cadastre.plugin;

import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of a plug-in, from its start to its end, on one thread. */
final class PluginRun {
    private final Spawner spawner;
    private final PluginCommand command;
    private final Supervision supervision;
    private final boolean another;
    private final Optional<RightsProgram> rights;

    PluginRun(Spawner spawner, PluginCommand command, Supervision supervision) {
        this.spawner = spawner;
        this.command = command;
        this.supervision = supervision;
        this.another =
                command.account()
                        .filter(account -> account.user() != SystemCalls.effectiveUser())
                        .isPresent();
        this.rights = another ? RightsProgram.installed() : Optional.empty();
    }

    void cancel() {
        supervision.cancel();
    }

    Outcome run() {
        if (supervision.isCancelled()) {
            return Outcome.notStarted(new Ending.Cancelled());
        }
        if (another && rights.isEmpty()) {
            return Outcome.notStarted(
                    new Ending.NotStarted(
                            Ending.Reason.NO_SUCH_RIGHTS,
                            "Running as another account needs setpriv, of the package util-linux"));
        }
        try (Arena arena = Arena.ofConfined()) {
            return run(arena, new SystemCalls(arena), arguments());
        }
    }

    private Outcome run(Arena arena, SystemCalls calls, List<String> arguments) {
        SystemCalls.Pipe output = calls.pipe();
        if (output.reading() < 0) {
            return notStarted(-output.reading());
        }
        SystemCalls.Pipe errors = calls.pipe();
        if (errors.reading() < 0) {
            close(output.reading(), output.writing());
            return notStarted(-errors.reading());
        }
        long start = System.nanoTime();
        int process =
                spawner.spawn(
                        arguments,
                        environment(),
                        command.directory().toString(),
                        new Spawner.Streams(Spawner.NO_INPUT, output.writing(), errors.writing()));
        close(output.writing(), errors.writing());
        if (process < 0) {
            close(output.reading(), errors.reading());
            return notStarted(-process);
        }
        supervision.started(process);
        try {
            return supervised(arena, calls, output.reading(), errors.reading(), process, start);
        } finally {
            supervision.abandon();
        }
    }

    private Outcome supervised(
            Arena arena, SystemCalls calls, int outputEnd, int errorsEnd, int process, long start) {
        int descriptor = calls.processDescriptor(process);
        if (descriptor < 0) {
            close(outputEnd, errorsEnd);
            return notStarted(-descriptor);
        }
        try (Intake intake =
                new Intake(arena, calls, outputEnd, errorsEnd, descriptor, command.outputLimit())) {
            Supervision.End end = supervision.see(process, calls, intake, command.timeLimit());
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            Captured said = intake.output();
            Captured errors = intake.errors();
            Ending ending = understood(end.ending(), said, errors);
            return new Outcome(ending, said, errors, end.leftBehind(), taken);
        }
    }

    private Ending understood(Ending ending, Captured output, Captured errors) {
        return command.account().isPresent() && output.text().isEmpty()
                ? StartFailure.ofAccount(ending, errors.text(), command, rights)
                : ending;
    }

    private Outcome notStarted(int errno) {
        return Outcome.notStarted(StartFailure.of(errno, command));
    }

    private List<String> arguments() {
        return rights.isPresent()
                ? rights.get().command(command.account().orElseThrow(), command.arguments())
                : command.arguments();
    }

    private List<String> environment() {
        return command.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
    }

    private static void close(int... descriptors) {
        for (int descriptor : descriptors) {
            SystemCalls.close(descriptor);
        }
    }
}
