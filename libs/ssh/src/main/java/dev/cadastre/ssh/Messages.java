package dev.cadastre.ssh;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences that failed results say to an operator. */
final class Messages {
    private Messages() {}

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String unreachable(RunResult.Unreachable result) {
        HostAddress at = result.at();
        return switch (result.reason()) {
            case UNKNOWN_NAME ->
                    "The name %s has no address. Correct it, or enter it in DNS or /etc/hosts."
                            .formatted(at.host());
            case REFUSED ->
                    "Port %d of %s refuses connections. Start sshd there or correct the port."
                            .formatted(at.port(), at.host());
            case NO_ROUTE ->
                    "There is no route to %s (%s). Check the address and the network, or name a jump host."
                            .formatted(at, result.detail());
            case CLOSED_IN_HANDSHAKE ->
                    "%s closed the connection during the handshake (%s). Its sshd may have too many connections (MaxStartups) or deny this address; its log says why."
                            .formatted(at, result.detail());
            case NOT_SSH ->
                    "What listens on port %d of %s does not speak SSH 2 (%s). Correct the port."
                            .formatted(at.port(), at.host(), result.detail());
            case NO_COMMON_ALGORITHM ->
                    "%s and this client have no algorithm in common (%s). Update the sshd there."
                            .formatted(at, result.detail());
        };
    }

    static String refused(RunResult.Refused result) {
        return "%s refused user %s. %s The host offers: %s. %s"
                .formatted(
                        result.at(),
                        result.user(),
                        attempts(result.attempts()),
                        result.offered().isEmpty()
                                ? "nothing"
                                : String.join(", ", result.offered()),
                        "Add the public key to that user's authorized_keys there, or name another"
                                + " identity.");
    }

    private static String attempts(List<RunResult.Attempt> attempts) {
        if (attempts.isEmpty()) {
            return "No identity was given.";
        }
        return attempts.stream()
                .map(Messages::attempt)
                .collect(Collectors.joining("; ", "Tried ", "."));
    }

    private static String attempt(RunResult.Attempt attempt) {
        String outcome = code(attempt.outcome()).replace('-', ' ');
        String detail = attempt.detail().isEmpty() ? "" : " (" + attempt.detail() + ")";
        return attempt.identity() + ": " + outcome + detail;
    }

    static String commandRefused(RunResult.CommandRefused result) {
        return "%s let us in but would not run a command (%s). Check MaxSessions, ForceCommand and the user's shell there."
                .formatted(result.at(), result.detail());
    }

    static String hostKeyUnknown(RunResult.HostKeyUnknown result) {
        String detail = result.detail().isEmpty() ? "" : " " + result.detail();
        return "%s is not known; it presented %s.%s Compare that with ssh-keygen -l on the host, then accept it."
                .formatted(result.at(), key(result.presented()), detail);
    }

    static String hostKeyChanged(RunResult.HostKeyChanged result) {
        String pinned =
                result.pinned().stream().map(Messages::key).collect(Collectors.joining(", "));
        return "%s has another host key than before: pinned %s, presented %s. Either the host was rebuilt, or somebody stands in between; find out before accepting it."
                .formatted(result.at(), pinned, key(result.presented()));
    }

    static String hostKeyRevoked(RunResult.HostKeyRevoked result) {
        return "%s presented %s, which is marked as revoked. Give the host a new key."
                .formatted(result.at(), key(result.presented()));
    }

    private static String key(HostKey key) {
        return key.type() + " " + key.fingerprint();
    }

    static String timedOut(RunResult.TimedOut result) {
        String limit = result.limit().toMillis() + " ms";
        return switch (result.phase()) {
            case CONNECT ->
                    "%s did not answer within %s. Check that it is up and that no firewall drops us."
                            .formatted(result.at(), limit);
            case HANDSHAKE ->
                    "%s took the connection but did not finish the handshake within %s. It may be overloaded, or not an sshd."
                            .formatted(result.at(), limit);
            case AUTHENTICATION ->
                    "%s did not decide on our identities within %s. Its user directory or name service may hang."
                            .formatted(result.at(), limit);
            case SESSION ->
                    "%s let us in but opened no session for the command within %s. Its PAM session modules or the user's shell may hang."
                            .formatted(result.at(), limit);
            case COMMAND ->
                    "The command did not end on %s within %s and was cut. Look at the host's load, or grant more time."
                            .formatted(result.at(), limit);
        };
    }

    static String outputLimitExceeded(RunResult.OutputLimitExceeded result) {
        return "The command on %s wrote more than %d bytes and was cut."
                .formatted(result.at(), result.limit());
    }

    static String interrupted(RunResult.Interrupted result) {
        return switch (result.by()) {
            case CONNECTION_LOST ->
                    "The connection to %s broke while the command ran (%s). It may have had its effect."
                            .formatted(result.at(), result.detail());
            case CALLER -> "The command on %s was given up by its caller.".formatted(result.at());
            case SHUTDOWN ->
                    "The command on %s was cut because this client was closed."
                            .formatted(result.at());
        };
    }
}
