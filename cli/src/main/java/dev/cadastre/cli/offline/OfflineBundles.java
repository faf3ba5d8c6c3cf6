package dev.cadastre.cli.offline;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.host.HeldBundle;
import dev.cadastre.change.host.HostBundles;
import dev.cadastre.change.host.SshShell;
import dev.cadastre.change.run.Lock;
import dev.cadastre.cli.bundle.Bundles;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.session.Surroundings;
import dev.cadastre.ssh.SshConnections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bundles on a host that this machine reaches by SSH. */
public final class OfflineBundles implements Bundles {

    private final OfflineHost host;
    private final OfflineRuns runs;
    private final SshConnections connections;
    private final HostBundles bundles;

    /** Those of one host, as the person reaches it. */
    public OfflineBundles(Session session, OfflineHost host) {
        Surroundings surroundings = session.surroundings();
        Ways ways =
                new Ways(
                        surroundings.userHome(),
                        surroundings.variable("SSH_AUTH_SOCK"),
                        List.of(host));
        this.host = host;
        this.runs = new OfflineRuns(session);
        this.connections = ways.connections();
        this.bundles = new HostBundles(new SshShell(connections, ways.to(host.name())));
    }

    @Override
    public Json list() {
        return switch (bundles.list()) {
            case HostBundles.Listed listed ->
                    new JsonObject()
                            .with(
                                    "items",
                                    new Json.Items(
                                            listed.bundles().stream().map(this::json).toList()))
                            .json();
            case HostBundles.Refused refused -> throw refused(refused);
            case HostBundles.OutOfReach away -> throw outOfReach(away);
        };
    }

    @Override
    public ChangeFolder pull(String name) {
        return switch (bundles.pull(name)) {
            case HostBundles.Pulled pulled -> pulled.files();
            case HostBundles.Refused refused -> throw refused(refused);
            case HostBundles.OutOfReach away -> throw outOfReach(away);
        };
    }

    @Override
    public List<String> push(String name, ChangeFolder files) {
        return switch (bundles.push(name, files, _ -> null)) {
            case HostBundles.Pushed pushed -> pushed.changed();
            case HostBundles.Refused refused -> throw refused(refused);
            case HostBundles.OutOfReach away -> throw outOfReach(away);
        };
    }

    private Json json(HeldBundle bundle) {
        Lock lock = bundle.lock();
        String ended = lock == null ? null : runs.ending(lock.run());
        return new JsonObject()
                .with("name", bundle.name())
                .with("directory", bundle.directory())
                .with("lock", lock == null ? new Json.Nothing() : json(lock))
                .with(
                        "atWork",
                        new Json.Items(
                                bundle.atWork().stream()
                                        .map(number ->
                                                (Json) new Json.Numeral(Integer.toString(number)))
                                        .toList()))
                .with("ended", code(ended))
                .with("breaking", bundle.breaking())
                .with("sshfs", sshfs(bundle.name()))
                .json();
    }

    private static @Nullable String code(@Nullable String ended) {
        return ended == null ? null : ended.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static Json json(Lock lock) {
        return new JsonObject()
                .with("run", lock.run())
                .with("id", new Json.Nothing())
                .with("who", lock.who())
                .with("since", lock.since() == null ? null : lock.since().toString())
                .with("message", lock.message().isEmpty() ? null : lock.message())
                .json();
    }

    private String sshfs(String name) {
        String jumps =
                host.jumps().stream()
                        .map(jump ->
                                (jump.user() == null ? "" : jump.user() + "@")
                                        + (jump.address().contains(":")
                                                ? "[" + jump.address() + "]"
                                                : jump.address())
                                        + ":"
                                        + jump.port())
                        .collect(Collectors.joining(","));
        return HeldBundle.sshfs(name, host.user(), host.address(), host.port(), jumps);
    }

    private Failure refused(HostBundles.Refused refused) {
        return new Failure(
                Failure.Kind.NO,
                "On %s: %s [%s]".formatted(host.name(), refused.reason(), refused.code()),
                "See `cadastre bundle ls`.");
    }

    private Failure outOfReach(HostBundles.OutOfReach away) {
        return new Failure(
                Failure.Kind.OUT_OF_REACH,
                "%s is not reached: %s".formatted(host.name(), away.reason()),
                "Try `ssh %s`.".formatted(host.name()));
    }

    @Override
    public void close() {
        bundles.close();
        connections.close();
    }
}
