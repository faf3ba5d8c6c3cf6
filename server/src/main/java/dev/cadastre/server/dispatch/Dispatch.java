package dev.cadastre.server.dispatch;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.ssh.Command;
import dev.cadastre.ssh.HostKey;
import dev.cadastre.ssh.RunResult;
import dev.cadastre.ssh.SshConnections;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs tasks on hosts. Thread-safe; each call blocks its thread until the task has ended. */
@Service
public class Dispatch {

    private final SshConnections connections;
    private final SshTargets targets;
    private final PinnedKeys pins;
    private final Timeline timeline;
    private final Access access;

    Dispatch(
            SshConnections connections,
            Estate estate,
            PinnedKeys pins,
            Timeline timeline,
            Access access) {
        this.connections = connections;
        this.targets = new SshTargets(estate::hostIgnoringCase);
        this.pins = pins;
        this.timeline = timeline;
        this.access = access;
    }

    /** Runs a task where the host is reached: here, or by SSH. */
    public TaskResult run(DeclaredHost host, Task task) {
        return switch (host.address().kind()) {
            case LOCAL -> LocalShell.run(task);
            case NONE -> unreachable(host);
            case IP, NAME -> overSsh(host, task);
        };
    }

    private static TaskResult unreachable(DeclaredHost host) {
        return new TaskResult.Failed(
                TaskResult.Kind.UNREACHABLE,
                host.name() + " has no address; it sends its reports by itself",
                "Give it an address, or see why it does not send.");
    }

    private TaskResult overSsh(DeclaredHost host, Task task) {
        Command command =
                Command.of("exec sh -s")
                        .reading(task.script().getBytes(StandardCharsets.UTF_8))
                        .within(task.limit())
                        .writingAtMost(task.outputLimit());
        RunResult result = connections.run(targets.of(host), command);
        return TaskResults.of(host.name(), result);
    }

    /** The fingerprint of another key that the host has presented and nobody has accepted yet. */
    public Optional<String> presentedKey(DeclaredHost host) {
        return pins.presented(keyName(host).toString()).map(HostKey::fingerprint);
    }

    /**
     * Makes the key that the host has presented the one it is known by.
     *
     * @param fingerprint the fingerprint of that key, so that nobody accepts what they have not
     *     seen
     * @return false if the host has presented no such key
     */
    @Transactional
    public boolean acceptKey(DeclaredHost host, String fingerprint) {
        access.require(Verb.WRITE, Part.ESTATE, host.environment());
        dev.cadastre.ssh.HostAddress name = keyName(host);
        Optional<HostKey> presented =
                pins.presented(name.toString())
                        .filter(key -> key.fingerprint().equals(fingerprint));
        presented.ifPresent(key -> accept(host, name, key));
        return presented.isPresent();
    }

    private void accept(DeclaredHost host, dev.cadastre.ssh.HostAddress name, HostKey key) {
        String actor = access.actor().label();
        pins.accept(name.toString(), key, actor);
        connections.forget(name);
        timeline.append(
                new NewEvent(
                        "host:" + host.name(),
                        host.environment(),
                        "host.key-accepted",
                        "Host key " + key.fingerprint() + " accepted",
                        "{}",
                        actor));
    }

    private static dev.cadastre.ssh.HostAddress keyName(DeclaredHost host) {
        return new dev.cadastre.ssh.HostAddress(host.name(), host.ssh().port());
    }
}
