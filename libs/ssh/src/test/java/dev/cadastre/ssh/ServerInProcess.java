package dev.cadastre.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.jspecify.annotations.Nullable;

/**
 * An SSH server that takes one password and shows the signals it is sent: what the distribution's
 * sshd does only with accounts and rights that a test should not have.
 */
final class ServerInProcess implements AutoCloseable {
    /** Ends at once, with success. */
    static final String TRUE = "true";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final CompletableFuture<Signal> signal = new CompletableFuture<>();

    ServerInProcess(String password) throws IOException {
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setHost("127.0.0.1");
        server.setPasswordAuthenticator((user, given, session) -> given.equals(password));
        server.setCommandFactory((channel, line) -> new Running(line));
        server.start();
    }

    /** The signal that a command was sent. */
    CompletableFuture<Signal> signal() {
        return signal;
    }

    Target target(String password) {
        return new Target(
                new HostAddress("127.0.0.1", server.getPort()),
                "ops",
                List.of(new Identity.Password(password::toCharArray)));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private final class Running implements Command {
        private final String line;
        private @Nullable ExitCallback exit;

        Running(String line) {
            this.line = line;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            environment.addSignalListener((source, sent) -> signal.complete(sent));
            if (exit != null && line.equals(TRUE)) {
                exit.onExit(0);
            }
        }

        @Override
        public void destroy(ChannelSession channel) {}

        @Override
        public void setInputStream(InputStream in) {}

        @Override
        public void setOutputStream(OutputStream out) {}

        @Override
        public void setErrorStream(OutputStream err) {}
    }
}
