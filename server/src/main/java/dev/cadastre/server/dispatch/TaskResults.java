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
            case RunResult.Unreachable failed ->
                    failed(TaskResult.Kind.UNREACHABLE, failed, checkAddress(host));
            case RunResult.Refused failed ->
                    failed(TaskResult.Kind.REFUSED, failed, authorize(host));
            case RunResult.CommandRefused failed ->
                    failed(
                            TaskResult.Kind.REFUSED,
                            failed,
                            "Let that user run sh on %s; see its login shell and sshd_config."
                                    .formatted(host));
            case RunResult.HostKeyUnknown failed ->
                    failed(TaskResult.Kind.KEY_CHANGED, failed, acceptKey(host));
            case RunResult.HostKeyChanged failed ->
                    failed(TaskResult.Kind.KEY_CHANGED, failed, acceptKey(host));
            case RunResult.HostKeyRevoked failed ->
                    failed(
                            TaskResult.Kind.KEY_CHANGED,
                            failed,
                            "Give %s a new host key, then accept it.".formatted(host));
            case RunResult.TimedOut failed ->
                    failed(
                            TaskResult.Kind.TIMED_OUT,
                            failed,
                            "Sign in to %s and see what hangs or is busy there.".formatted(host));
            case RunResult.OutputLimitExceeded failed ->
                    failed(
                            TaskResult.Kind.EXCESSIVE,
                            failed,
                            "Sign in to %s as the same user and see what its shell prints."
                                    .formatted(host));
            case RunResult.Interrupted failed ->
                    failed(TaskResult.Kind.CUT, failed, "Run it again: cadastre collect " + host);
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

    private static String checkAddress(String host) {
        return "See that %s is up and its address is right: cadastre estate show %s"
                .formatted(host, host);
    }

    private static String authorize(String host) {
        return "Add our key to that user's authorized_keys on %s, or correct ssh.user and ssh.identity."
                .formatted(host);
    }

    private static TaskResult failed(
            TaskResult.Kind kind, RunResult.Failed failed, @Nullable String remedy) {
        return new TaskResult.Failed(kind, failed.message(), remedy);
    }

    private static String acceptKey(String host) {
        return "If the change is known, run: cadastre host accept-key " + host;
    }
}
