package dev.cadastre.change.host;

import dev.cadastre.change.run.RunSecrets;
import org.jspecify.annotations.Nullable;

/**
 * The password that sudo of one host asks for. Asking a person takes its time, so that it is done
 * by a thread of its own. Thread-safe.
 */
final class Elevation {

    private final RunSecrets secrets;
    private RunSecrets.@Nullable Given given;

    Elevation(RunSecrets secrets) {
        this.secrets = secrets;
    }

    /** Takes an answer to a prompt. */
    interface Reply {
        /** The password; null if there is none to try. */
        void give(@Nullable String password);
    }

    /**
     * Answers a prompt.
     *
     * @param isFirst whether nothing was tried yet where it came from
     */
    void answer(boolean isFirst, Reply reply) {
        Thread thread =
                new Thread(() -> reply.give(isFirst ? password() : another()), "password-for-sudo");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized @Nullable String password() {
        if (given == null) {
            given = secrets.get(ShellHosts.SUDO);
        }
        return usable(given.value());
    }

    /** What to try instead of what was wrong; null for nothing. */
    synchronized @Nullable String another() {
        RunSecrets.Given now = secrets.again(given == null ? secrets.get(ShellHosts.SUDO) : given);
        if (now.value() != null) {
            given = now;
        }
        return usable(now.value());
    }

    /** A password is a line. */
    private static @Nullable String usable(@Nullable String password) {
        return password == null || password.indexOf('\n') >= 0 ? null : password;
    }
}
