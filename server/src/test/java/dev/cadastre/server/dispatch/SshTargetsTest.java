package dev.cadastre.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.EstateFile;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.Identity;
import dev.cadastre.ssh.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SshTargetsTest {

    private static final EstateModel ESTATE =
            Objects.requireNonNull(
                    EstateFile.read(
                                    "estate.ini",
                                    """
                                    [DEFAULT]
                                    ssh.user = ops
                                    ssh.identity = ~/.ssh/estate
                                    [host bastion]
                                    address = 192.0.2.1
                                    ssh.port = 2222
                                    [host web1]
                                    address = 10.0.0.1
                                    ssh.jump = bastion
                                    ssh.timeout = 30s
                                    [host web2]
                                    address = 10.0.0.2
                                    ssh.jump = gate.example.com
                                    ssh.timeout = 20s
                                    [host bare]
                                    address = fd00::1
                                    ssh.identity =
                                    """)
                            .model());

    private final SshTargets targets =
            new SshTargets(
                    name -> Optional.ofNullable(ESTATE.hosts().get(name)),
                    Path.of("/home/cadastre"),
                    "cadastre",
                    Optional.of(new Identity.Agent(Path.of("/run/agent"))),
                    Set.of(Path.of("/home/cadastre/.ssh/id_ed25519"))::contains);

    @Test
    void knowsAHostByItsNameAndReachesItAtItsAddress() {
        Target target = targets.of(host("web1"));

        assertThat(target.address()).isEqualTo(HostAddress.of("10.0.0.1"));
        assertThat(target.knownAs()).isEqualTo(HostAddress.of("web1"));
        assertThat(target.user()).isEqualTo("ops");
        assertThat(target.identities())
                .containsExactly(new Identity.KeyFile(Path.of("/home/cadastre/.ssh/estate")));
    }

    @Test
    void goesThroughADeclaredHostWithThatHostsOwnSettings() {
        Target jump = Objects.requireNonNull(targets.of(host("web1")).jump());

        assertThat(jump.address()).isEqualTo(new HostAddress("192.0.2.1", 2222));
        assertThat(jump.knownAs()).isEqualTo(new HostAddress("bastion", 2222));
    }

    @Test
    void waitsForEachHostAsLongAsThatHostSays() {
        Target target = targets.of(host("web1"));

        assertThat(target.connectLimit()).isEqualTo(Duration.ofSeconds(30));
        assertThat(Objects.requireNonNull(target.jump()).connectLimit())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void waitsForAJumpHostThatNothingDeclaresAsLongAsForItsTarget() {
        Target jump = Objects.requireNonNull(targets.of(host("web2")).jump());

        assertThat(jump.connectLimit()).isEqualTo(Duration.ofSeconds(20));
    }

    private static DeclaredHost host(String name) {
        return Optional.ofNullable(ESTATE.hosts().get(name)).orElseThrow();
    }
}
