package dev.cadastre.cli.offline;

import dev.cadastre.change.ScriptContext;
import dev.cadastre.change.ScriptOperation;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderContext;
import dev.cadastre.change.host.LocalMachine;
import dev.cadastre.change.host.ShellHosts;
import dev.cadastre.change.operation.ReloadDaemon;
import dev.cadastre.change.operation.RestartDaemon;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.Daemons;
import dev.cadastre.change.run.Hosts;
import dev.cadastre.change.run.LocalJobs;
import dev.cadastre.change.run.Monitors;
import dev.cadastre.change.run.RunListener;
import dev.cadastre.change.run.RunPorts;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.cli.run.AskedSecrets;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.session.Surroundings;
import dev.cadastre.ssh.SshConnections;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that a run reaches from this machine, for as long as this is open. */
final class Reach implements AutoCloseable {

    private final Session session;
    private final OfflineOrder order;
    private final ChangeFolder folder;
    private final RunPorts.Runs runs;
    private final @Nullable Path traces;
    private final SshConnections connections;
    private final RunSecrets secrets;
    private final Ways ways;

    /**
     * All of it.
     *
     * @param traces where scripts of this machine write down that they are at work; null for
     *     nowhere
     */
    Reach(
            Session session,
            OfflineOrder order,
            ChangeFolder folder,
            RunPorts.Runs runs,
            @Nullable Path traces) {
        Surroundings surroundings = session.surroundings();
        this.session = session;
        this.order = order;
        this.folder = folder;
        this.runs = runs;
        this.traces = traces;
        this.ways =
                new Ways(
                        surroundings.userHome(),
                        surroundings.variable("SSH_AUTH_SOCK"),
                        order.hosts());
        this.connections = ways.connections();
        this.secrets = new RunSecrets(new AskedSecrets(session));
    }

    /** What a run that somebody watches reaches the world by. */
    RunPorts ports(RunListener listener) {
        Map<String, Map<String, String>> values = new HashMap<>();
        order.hosts().forEach(host -> values.put(host.name(), values(host)));
        Hosts hosts = ShellHosts.overSsh(connections, ways::to, secrets);
        LocalJobs local =
                new LocalMachine(
                        FolderContext.local(folder, order.parameters()), values, secrets, traces);
        return new RunPorts(
                hosts,
                local,
                place -> context(place, values),
                new OwnDaemons(),
                Monitors.NONE,
                secrets,
                runs,
                listener,
                session.surroundings().clock(),
                System::nanoTime);
    }

    /** What was given counts before what the estate states. */
    private Map<String, String> values(OfflineHost host) {
        Map<String, String> all = new HashMap<>(host.values());
        all.putAll(order.parameters());
        return all;
    }

    private ScriptContext context(Place place, Map<String, Map<String, String>> values) {
        return place.isLocal()
                ? FolderContext.local(folder, order.parameters())
                : FolderContext.host(
                        folder,
                        place.host(),
                        Objects.requireNonNull(values.get(place.host()), place.host()));
    }

    private record OwnDaemons() implements Daemons {
        @Override
        public ScriptOperation restart(String daemon) {
            return new RestartDaemon(daemon);
        }

        @Override
        public ScriptOperation reload(String daemon) {
            return new ReloadDaemon(daemon);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
