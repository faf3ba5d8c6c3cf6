package dev.cadastre.server.dispatch;

import dev.cadastre.change.host.Shell;
import dev.cadastre.change.host.SshShell;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.ssh.Command;
import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.HostKey;
import dev.cadastre.ssh.RunResult;
import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs tasks on hosts. Thread-safe; each call blocks its thread until the task has ended. */
@Service
public class Dispatch {

    /** What a host needs at most to end a command whose time is over, and to say so. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    /** What a command prints beyond that is too much even to be passed over. */
    private static final long MOST_PRINTED = 16L << 20;

    private final SshConnections connections;
    private final SshTargets targets;
    private final KeyNames names;
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
        this.names = new KeyNames(estate::model);
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

    /**
     * The way to run command lines on a host, for a run of a change; connections are made and kept
     * as for tasks, and keys of hosts judged alike. There is none to the machine that the server
     * runs on: what changes say is written by others, and would be done with its rights.
     */
    public Shell shell(DeclaredHost host) {
        return switch (host.address().kind()) {
            case LOCAL ->
                    Shell.outOfReach(
                            host.name()
                                    + " is the machine of the server itself, where no change is"
                                    + " run; give it an address, to be reached by SSH");
            case NONE ->
                    Shell.outOfReach(
                            host.name() + " has no address; it sends its reports by itself");
            case IP, NAME -> new SshShell(connections, targets.of(host));
        };
    }

    private static TaskResult.Failed unreachable(DeclaredHost host) {
        return new TaskResult.Failed(
                TaskResult.Kind.UNREACHABLE,
                host.name() + " has no address; it sends its reports by itself",
                "Give it an address, or see why it does not send.");
    }

    /** Runs what somebody wrote on a host that is reached by SSH, and nowhere else. */
    public CommandResult run(DeclaredHost host, HostCommand command) {
        return switch (host.address().kind()) {
            case LOCAL ->
                    new CommandResult.Failed(
                            host.name()
                                    + " is the server's own machine, where no commands are run that"
                                    + " somebody wrote",
                            "Run it from another host, or by hand.");
            case NONE -> {
                TaskResult.Failed failed = unreachable(host);
                yield new CommandResult.Failed(failed.reason(), failed.remedy());
            }
            case IP, NAME -> overSsh(host, command);
        };
    }

    private CommandResult overSsh(DeclaredHost host, HostCommand command) {
        Command script =
                script(CommandScript.of(command))
                        .within(command.limit().plus(ENDING))
                        .writingAtMost(MOST_PRINTED)
                        .keeping(command.kept());
        Target target = targets.of(host);
        return switch (connections.run(target, script)) {
            case RunResult.Completed completed ->
                    CommandResults.ended(host.name(), completed, command.limit());
            case RunResult.Failed failed ->
                    CommandResults.failed(names.at(failed.at(), host, target), failed);
        };
    }

    private static Command script(String text) {
        return Command.of("exec sh -s").reading(text.getBytes(StandardCharsets.UTF_8));
    }

    private TaskResult overSsh(DeclaredHost host, Task task) {
        Command command =
                script(task.script()).within(task.limit()).writingAtMost(task.outputLimit());
        Target target = targets.of(host);
        return switch (connections.run(target, command)) {
            case RunResult.Completed completed -> TaskResults.answered(completed);
            case RunResult.Failed failed ->
                    TaskResults.failed(names.at(failed.at(), host, target), failed);
        };
    }

    /**
     * The keys that are pinned for these hosts and for jump hosts on the way there that nothing
     * declares, by name and type.
     */
    public List<PinnedKey> pinnedKeys(Collection<DeclaredHost> hosts) {
        Map<String, String> wanted = new HashMap<>();
        for (DeclaredHost host : hosts) {
            wanted.put(KeyNames.of(host).toString(), KeyNames.of(host).host());
            names.undeclaredJumps(host)
                    .forEach(jump -> wanted.put(jump.toString(), jump.toString()));
        }
        return pins.all().stream()
                .filter(key -> wanted.containsKey(key.name()))
                .map(key -> key.called(Objects.requireNonNull(wanted.get(key.name()))))
                .toList();
    }

    /**
     * The fingerprint of another key that the host, or a jump host on the way there that nothing
     * declares, has presented last and nobody has accepted yet.
     */
    public Optional<String> presentedKey(DeclaredHost host) {
        List<String> known = acceptedWith(host).stream().map(HostAddress::toString).toList();
        return pins.lastPresented(known).map(HostKey::fingerprint);
    }

    /**
     * Makes the key that the host has presented the one it is known by. The key of a jump host that
     * nothing declares is accepted with any host that is reached through it; that takes the right
     * to write in the environments of all of these.
     *
     * @param fingerprint the fingerprint of that key, so that nobody accepts what they have not
     *     seen
     * @return false if neither the host nor such a jump host has presented that key
     */
    @Transactional
    public boolean acceptKey(DeclaredHost host, String fingerprint) {
        access.require(Verb.WRITE, Part.ESTATE, host.environment());
        for (HostAddress name : acceptedWith(host)) {
            Optional<HostKey> presented =
                    pins.presented(name.toString())
                            .filter(key -> key.fingerprint().equals(fingerprint));
            if (presented.isPresent()) {
                requireWriteForAll(names.concernedBy(name));
                accept(host, name, presented.get());
                return true;
            }
        }
        return false;
    }

    private List<HostAddress> acceptedWith(DeclaredHost host) {
        return names.acceptedWith(host, targets.of(host));
    }

    private void requireWriteForAll(List<DeclaredHost> concerned) {
        Reach reach = access.reach(Verb.WRITE, Part.ESTATE);
        if (!concerned.stream().map(DeclaredHost::environment).allMatch(reach::covers)) {
            access.require(Verb.WRITE, Part.ESTATE, null);
        }
    }

    private void accept(DeclaredHost host, HostAddress name, HostKey key) {
        boolean own = name.equals(KeyNames.of(host));
        String actor = access.actor().label();
        pins.accept(name.toString(), key, actor);
        connections.forget(name);
        timeline.append(
                new NewEvent(
                        "host:" + host.name(),
                        host.environment(),
                        "host.key-accepted",
                        "Host key %s%s accepted"
                                .formatted(key.fingerprint(), own ? "" : " of jump host " + name),
                        "{}",
                        actor));
    }
}
