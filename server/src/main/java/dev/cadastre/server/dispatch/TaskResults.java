package dev.cadastre.server.dispatch;

import dev.cadastre.ssh.RunResult;
import org.jspecify.annotations.Nullable;

/** What the results of SSH mean for a task. */
final class TaskResults {

    private static final int SIGNALLED = 128;

    private TaskResults() {}

    static TaskResult of(String host, RunResult result) {
        return switch (result) {
            case RunResult.Completed completed -> answered(completed);
            case RunResult.Unreachable failed -> failed(TaskResult.Kind.UNREACHABLE, failed, null);
            case RunResult.Refused failed -> failed(TaskResult.Kind.REFUSED, failed, null);
            case RunResult.CommandRefused failed -> failed(TaskResult.Kind.REFUSED, failed, null);
            case RunResult.HostKeyUnknown failed ->
                    failed(TaskResult.Kind.KEY_CHANGED, failed, acceptKey(host));
            case RunResult.HostKeyChanged failed ->
                    failed(TaskResult.Kind.KEY_CHANGED, failed, acceptKey(host));
            case RunResult.HostKeyRevoked failed ->
                    failed(TaskResult.Kind.KEY_CHANGED, failed, null);
            case RunResult.TimedOut failed -> failed(TaskResult.Kind.TIMED_OUT, failed, null);
            case RunResult.OutputLimitExceeded failed ->
                    failed(TaskResult.Kind.EXCESSIVE, failed, null);
            case RunResult.Interrupted failed -> failed(TaskResult.Kind.CUT, failed, null);
        };
    }

    private static TaskResult answered(RunResult.Completed completed) {
        int status =
                switch (completed.exit()) {
                    case RunResult.Exit.Status exit -> exit.code();
                    case RunResult.Exit.Signal signal -> SIGNALLED;
                };
        return new TaskResult.Answered(
                completed.output().stream(),
                status,
                completed.errors().text(),
                completed.reusedConnection(),
                completed.timings().running());
    }

    private static TaskResult failed(
            TaskResult.Kind kind, RunResult.Failed failed, @Nullable String remedy) {
        return new TaskResult.Failed(kind, failed.message(), remedy);
    }

    private static String acceptKey(String host) {
        return "If the change is known, run: cadastre host accept-key " + host;
    }
}
