package dev.cadastre.acceptance;

import dev.cadastre.lab.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A change that goes on upon each of two hosts until it is let go, and these hosts. What it runs
 * reads all that it is given and prints it with its environment. Not thread-safe.
 */
final class HeldChange implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final ApplicationHosts hosts;
    private final Path file;

    private HeldChange(Path folder, ApplicationHosts hosts, Path file) {
        this.folder = folder;
        this.hosts = hosts;
        this.file = file;
    }

    /**
     * Starts the hosts and writes the change.
     *
     * @param defaults lines of its section DEFAULT
     */
    static HeldChange start(Path folder, String defaults) {
        try {
            Path file = Files.createDirectories(folder.resolve("change")).resolve("wait.change");
            Files.writeString(
                    file,
                    """
                    [DEFAULT]
                    %s

                    [change]
                    name = wait

                    [step open]
                    op = bundle.open
                    bundle = wait

                    [step greedy]
                    op = command.run
                    command = cat; env; touch /tmp/began; until test -e /tmp/go; do sleep 0.1; done

                    [step close]
                    op = bundle.close
                    """
                            .formatted(defaults));
            return new HeldChange(
                    folder, ApplicationHosts.start(folder, "guestbook", Role.DJANGO), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    ApplicationHosts hosts() {
        return hosts;
    }

    /** A server that knows the hosts. */
    RunningServer server() {
        return ServerStart.at(folder.resolve("home")).option("--estate=" + hosts.estate()).ready();
    }

    /** Makes whatever is begun from now on wait. */
    void hold() {
        hosts.web().forEach(host -> host.run("rm -f /tmp/go /tmp/began"));
    }

    /** Returns when it goes on upon each host. */
    void awaitBegun(ChangeRuns.Going going) {
        hosts.web()
                .forEach(host ->
                        Waiting.until(
                                LIMIT,
                                () -> host.run("ls /tmp").contains("began"),
                                () -> host.name() + " is not changed: " + going.said()));
    }

    void letGo() {
        hosts.web().forEach(host -> host.run("touch /tmp/go"));
    }

    @Override
    public void close() {
        hosts.close();
    }
}
