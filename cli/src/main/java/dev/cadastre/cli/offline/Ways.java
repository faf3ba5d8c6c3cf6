package dev.cadastre.cli.offline;

import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.Identity;
import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this machine reaches hosts: as the person does by ssh, with their agent and keys. */
final class Ways {

    private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Path userHome;
    private final Optional<String> agent;
    private final Map<String, OfflineHost> hosts = new HashMap<>();

    /**
     * To those hosts.
     *
     * @param agent the socket of an SSH agent
     */
    Ways(Path userHome, Optional<String> agent, List<OfflineHost> hosts) {
        this.userHome = userHome;
        this.agent = agent;
        hosts.forEach(host -> this.hosts.put(host.name(), host));
    }

    /** Connections to them, which the caller closes. */
    SshConnections connections() {
        Map<HostAddress, HostAddress> names = new HashMap<>();
        hosts.values()
                .forEach(host ->
                        names.put(
                                new HostAddress(host.address(), host.port()),
                                new HostAddress(host.name(), host.port())));
        return new SshConnections(
                OwnHostKeys.read(userHome.resolve(".ssh").resolve("known_hosts"), names));
    }

    /** The way to a host of that name. */
    Target to(String name) {
        OfflineHost host = Objects.requireNonNull(hosts.get(name), name);
        Target target =
                new Target(
                        new HostAddress(host.address(), host.port()),
                        user(host.user()),
                        identities(host.identities()));
        Target way = null;
        for (OfflineHost.Jump jump : host.jumps()) {
            Target hop =
                    new Target(
                            new HostAddress(jump.address(), jump.port()),
                            user(jump.user()),
                            identities(jump.identities()));
            way = way == null ? hop : hop.through(way);
        }
        return way == null ? target : target.through(way);
    }

    private static String user(@Nullable String named) {
        return named == null ? System.getProperty("user.name") : named;
    }

    private List<Identity> identities(List<String> named) {
        if (!named.isEmpty()) {
            return named.stream()
                    .map(text -> (Identity) new Identity.KeyFile(expanded(text)))
                    .toList();
        }
        List<Identity> usual = new ArrayList<>();
        agent.ifPresent(socket -> usual.add(new Identity.Agent(Path.of(socket))));
        USUAL_KEYS.stream()
                .map(name -> userHome.resolve(".ssh").resolve(name))
                .filter(Files::isReadable)
                .forEach(file -> usual.add(new Identity.KeyFile(file)));
        return usual;
    }

    private Path expanded(String text) {
        return text.startsWith("~/") ? userHome.resolve(text.substring(2)) : Path.of(text);
    }
}
