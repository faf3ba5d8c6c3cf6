package dev.cadastre.server.dispatch;

import dev.cadastre.ssh.HostKey;
import dev.cadastre.ssh.RunResult;
import org.jspecify.annotations.Nullable;

/** What the results of SSH mean for a task. */
final class TaskResults {

    private static final int SIGNALLED = 128;

    private TaskResults() {}

    /** What it means that this hop on the way to the host failed, or the host itself. */
    static TaskResult.Failed failed(KeyNames.Hop hop, RunResult.Failed result) {
        String name = hop.name();
        return switch (result) {
            case RunResult.Unreachable failed ->
                    failed(TaskResult.Kind.UNREACHABLE, failed, checkAddress(hop));
            case RunResult.Refused failed ->
                    failed(TaskResult.Kind.REFUSED, failed, authorize(name));
            case RunResult.CommandRefused failed ->
                    failed(
                            TaskResult.Kind.REFUSED,
                            failed,
                            "Let that user run sh on %s; see its login shell and sshd_config."
                                    .formatted(name));
            case RunResult.HostKeyUnknown failed ->
                    failed(TaskResult.Kind.KEY_CHANGED, failed, acceptKey(hop, failed.presented()));
            case RunResult.HostKeyChanged failed ->
                    failed(TaskResult.Kind.KEY_CHANGED, failed, acceptKey(hop, failed.presented()));
            case RunResult.HostKeyRevoked failed ->
                    failed(
                            TaskResult.Kind.KEY_CHANGED,
                            failed,
                            "Give %s a new host key, then accept it.".formatted(name));
            case RunResult.TimedOut failed ->
                    failed(
                            TaskResult.Kind.TIMED_OUT,
                            failed,
                            "Sign in to %s and see what hangs or is busy there.".formatted(name));
            case RunResult.OutputLimitExceeded failed ->
                    failed(
                            TaskResult.Kind.EXCESSIVE,
                            failed,
                            "Sign in to %s as the same user and see what its shell prints."
                                    .formatted(name));
            case RunResult.Interrupted failed ->
                    failed(
                            TaskResult.Kind.CUT,
                            failed,
                            "Run it again: cadastre collect " + hop.target());
        };
    }

    static TaskResult answered(RunResult.Completed completed) {
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

    private static String checkAddress(KeyNames.Hop hop) {
        return "See that %s is up and its address is right: cadastre estate show %s"
                .formatted(hop.name(), hop.answering());
    }

    private static String authorize(String host) {
        return "Add our key to that user's authorized_keys on %s, or correct ssh.user and ssh.identity."
                .formatted(host);
    }

    private static TaskResult.Failed failed(
            TaskResult.Kind kind, RunResult.Failed failed, @Nullable String remedy) {
        return new TaskResult.Failed(kind, failed.message(), remedy);
    }

    private static String acceptKey(KeyNames.Hop hop, HostKey presented) {
        return "If you know why %s shows that key, run: cadastre host accept-key %s %s"
                .formatted(hop.name(), hop.answering(), presented.fingerprint());
    }
}
