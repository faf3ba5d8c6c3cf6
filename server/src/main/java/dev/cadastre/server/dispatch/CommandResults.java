package dev.cadastre.server.dispatch;

import dev.cadastre.ssh.RunResult;
import java.time.Duration;

/** What the results of SSH mean for a command. Pure. */
final class CommandResults {

    /** How the script ends when the time of the command was over: as if SIGTERM ended that. */
    private static final int OVER = 128 + 15;

    private CommandResults() {}

    /**
     * What it means that the script has ended.
     *
     * @param host its name
     * @param limit the time that the command had
     */
    static CommandResult ended(String host, RunResult.Completed completed, Duration limit) {
        return switch (completed.exit()) {
            case RunResult.Exit.Status(int status) -> {
                boolean late = completed.timings().running().compareTo(limit) >= 0;
                yield new CommandResult.Ended(
                        status,
                        Printed.of(completed.output()),
                        Printed.of(completed.errors()),
                        !(late && status == OVER));
            }
            case RunResult.Exit.Signal(String signal) ->
                    new CommandResult.Failed(
                            "The shell that ran it on %s was ended by SIG%s"
                                    .formatted(host, signal),
                            "See who ends processes there, such as a kernel out of memory.");
        };
    }

    /** What it means that this hop on the way to the host failed, or the host itself. */
    static CommandResult failed(KeyNames.Hop hop, RunResult.Failed result) {
        if (result instanceof RunResult.Interrupted) {
            // A check is made again in any case.
            return new CommandResult.Failed(result.message(), null);
        }
        TaskResult.Failed failed = TaskResults.failed(hop, result);
        return isUnreached(result)
                ? new CommandResult.Unreached(failed.reason(), failed.remedy())
                : new CommandResult.Failed(failed.reason(), failed.remedy());
    }

    private static boolean isUnreached(RunResult.Failed result) {
        return switch (result) {
            case RunResult.Unreachable _, RunResult.Refused _ -> true;
            case RunResult.TimedOut timedOut ->
                    timedOut.phase() != RunResult.TimedOut.Phase.COMMAND;
            default -> false;
        };
    }
}
