package dev.cadastre.server.dispatch;

import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.SshJump;
import dev.cadastre.server.estate.SshSettings;
import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.Identity;
import dev.cadastre.ssh.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the estate says of a host into a target of SSH. A declared host is known by its name,
 * so that its key stays pinned when its address changes.
 */
final class SshTargets {

    private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Function<String, Optional<DeclaredHost>> hosts;
    private final Path userHome;
    private final String userName;
    private final Optional<Identity.Agent> agent;
    private final Predicate<Path> exists;

    SshTargets(Function<String, Optional<DeclaredHost>> hosts) {
        this(
                hosts,
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                Identity.Agent.ofEnvironment(),
                Files::isReadable);
    }

    SshTargets(
            Function<String, Optional<DeclaredHost>> hosts,
            Path userHome,
            String userName,
            Optional<Identity.Agent> agent,
            Predicate<Path> exists) {
        this.hosts = hosts;
        this.userHome = userHome;
        this.userName = userName;
        this.agent = agent;
        this.exists = exists;
    }

    Target of(DeclaredHost host) {
        SshSettings ssh = host.ssh();
        Target target =
                new Target(
                                new HostAddress(host.address().text(), ssh.port()),
                                user(ssh.user()),
                                identities(ssh))
                        .knownAs(new HostAddress(host.name(), ssh.port()))
                        .connectingWithin(ssh.timeout());
        Target way = way(ssh);
        return way == null ? target : target.through(way);
    }

    private @Nullable Target way(SshSettings ssh) {
        Target way = null;
        for (SshJump jump : ssh.jumps()) {
            Target hop = hop(jump, ssh);
            way = way == null ? hop : hop.through(way);
        }
        return way;
    }

    private Target hop(SshJump jump, SshSettings ofTarget) {
        Optional<DeclaredHost> declared = hosts.apply(jump.host());
        SshSettings ssh = declared.map(DeclaredHost::ssh).orElse(ofTarget);
        int usualPort = declared.isPresent() ? ssh.port() : HostAddress.DEFAULT_PORT;
        int port = jump.port() == null ? usualPort : jump.port();
        String address = declared.map(host -> host.address().text()).orElse(jump.host());
        Target hop =
                new Target(
                                new HostAddress(address, port),
                                user(jump.user() == null ? ssh.user() : jump.user()),
                                identities(ssh))
                        .connectingWithin(ssh.timeout());
        return declared.isPresent() ? hop.knownAs(new HostAddress(jump.host(), port)) : hop;
    }

    private String user(@Nullable String named) {
        return named == null ? userName : named;
    }

    private List<Identity> identities(SshSettings ssh) {
        if (!ssh.identities().isEmpty()) {
            return ssh.identities().stream()
                    .map(text -> (Identity) new Identity.KeyFile(expanded(text)))
                    .toList();
        }
        List<Identity> usual = new ArrayList<>(agent.stream().toList());
        USUAL_KEYS.stream()
                .map(name -> userHome.resolve(".ssh").resolve(name))
                .filter(exists)
                .forEach(file -> usual.add(new Identity.KeyFile(file)));
        return usual;
    }

    private Path expanded(String text) {
        return text.startsWith("~/") ? userHome.resolve(text.substring(2)) : Path.of(text);
    }
}
