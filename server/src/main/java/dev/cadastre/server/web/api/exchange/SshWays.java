package dev.cadastre.server.web.api.exchange;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.HostAddress;
import dev.cadastre.server.estate.SshJump;
import dev.cadastre.server.estate.SshSettings;
import dev.cadastre.server.inventory.Host;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the ways to hosts. Users are left out whose names mean more than themselves to one of the
 * tools that read them: quotes, {@code %h}, {@code {{ }}} and the like.
 */
@Component
public class SshWays {

    private static final Pattern PLAIN_USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@+-]*");

    private final Estate estate;

    SshWays(Estate estate) {
        this.estate = estate;
    }

    /** The host as the estate declares it, if it does and that lies within reach. */
    Optional<DeclaredHost> declared(Host host, Reach reach) {
        return estate.host(host.name())
                .filter(declared -> reach.covers(declared.environment()))
                .filter(SshWays::reached);
    }

    /** The way to a host that the estate says how to reach. */
    Optional<SshWay> to(Host host, Reach reach) {
        return declared(host, reach).map(declared -> way(declared, reach));
    }

    /** The way to a host that the estate says how to reach. */
    public Optional<SshWay> to(DeclaredHost host, Reach reach) {
        return Optional.of(host)
                .filter(declared -> reach.covers(declared.environment()))
                .filter(SshWays::reached)
                .map(declared -> way(declared, reach));
    }

    SshWay way(DeclaredHost host, Reach reach) {
        SshSettings ssh = host.ssh();
        return new SshWay(
                host.address().text(),
                plain(ssh.user()),
                ssh.port(),
                ssh.jumps().stream().map(jump -> jump(jump, ssh, reach)).toList());
    }

    private static boolean reached(DeclaredHost host) {
        HostAddress.Kind kind = host.address().kind();
        return kind == HostAddress.Kind.IP || kind == HostAddress.Kind.NAME;
    }

    private SshWay.Jump jump(SshJump jump, SshSettings ofTarget, Reach reach) {
        Optional<DeclaredHost> declared =
                estate.hostIgnoringCase(jump.host())
                        .filter(host -> reach.covers(host.environment()))
                        .filter(SshWays::reached);
        SshSettings ssh = declared.map(DeclaredHost::ssh).orElse(ofTarget);
        int usualPort = declared.isPresent() ? ssh.port() : SshSettings.DEFAULT.port();
        return new SshWay.Jump(
                declared.map(DeclaredHost::name).orElse(null),
                plain(jump.user()),
                jump.port(),
                declared.map(host -> host.address().text()).orElse(jump.host()),
                plain(jump.user() == null ? ssh.user() : jump.user()),
                jump.port() == null ? usualPort : jump.port());
    }

    private static @Nullable String plain(@Nullable String user) {
        return user != null && PLAIN_USER.matcher(user).matches() ? user : null;
    }
}
