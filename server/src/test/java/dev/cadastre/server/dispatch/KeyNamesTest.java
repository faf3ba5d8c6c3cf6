package dev.cadastre.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.EstateFile;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.HostKey;
import dev.cadastre.ssh.RunResult;
import dev.cadastre.ssh.Target;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyNamesTest {

    private static final EstateModel ESTATE =
            EstateFile.read(
                            "estate.ini",
                            """
                            [host Bastion]
                            address = 192.0.2.1
                            ssh.port = 2222
                            [host web1]
                            address = 10.0.0.1
                            ssh.jump = bastion gate.example.com:2200
                            [host web2]
                            address = 10.0.0.2
                            ssh.jump = bastion:22
                            """)
                    .modelOrThrow();
    private static final DeclaredHost WEB1 = host("web1");
    private static final HostAddress GATE = new HostAddress("gate.example.com", 2200);

    private final SshTargets targets = new SshTargets(ESTATE::hostIgnoringCase);
    private final KeyNames names = new KeyNames(() -> ESTATE);

    private static DeclaredHost host(String name) {
        return Optional.ofNullable(ESTATE.hosts().get(name)).orElseThrow();
    }

    private KeyNames.Hop failing(DeclaredHost host, HostAddress at) {
        return names.at(at, host, targets.of(host));
    }

    @Test
    void namesTheHostItselfWhereThatFailed() {
        assertThat(failing(WEB1, HostAddress.of("10.0.0.1")))
                .isEqualTo(new KeyNames.Hop("web1", "web1", "web1"));
    }

    @Test
    void namesADeclaredJumpHostWhichAnswersForItsKey() {
        assertThat(failing(WEB1, new HostAddress("192.0.2.1", 2222)))
                .isEqualTo(new KeyNames.Hop("Bastion", "Bastion", "web1"));
        assertThat(names.concernedBy(new HostAddress("bastion", 2222)))
                .containsExactly(host("Bastion"));
    }

    @Test
    void namesTheAddressOfAJumpHostThatNothingDeclaresAndAcceptsItsKeyWithTheHostBehindIt() {
        assertThat(failing(WEB1, GATE))
                .isEqualTo(new KeyNames.Hop("[gate.example.com]:2200", "web1", "web1"));
        assertThat(names.acceptedWith(WEB1, targets.of(WEB1)))
                .containsExactly(HostAddress.of("web1"), GATE);
        assertThat(names.concernedBy(GATE)).containsExactly(WEB1);
    }

    @Test
    void acceptsTheKeyAtAnotherPortOfADeclaredJumpHostWithTheHostBehindIt() {
        Target way = targets.of(host("web2"));

        assertThat(names.acceptedWith(host("web2"), way))
                .containsExactly(HostAddress.of("web2"), HostAddress.of("bastion"));
    }

    @Test
    void saysHowTheKeyOfTheFailingHopIsAccepted() {
        HostKey key = new HostKey("ssh-rsa", "AAAAB3NzaC1yc2EAAAAA");

        TaskResult result =
                TaskResults.failed(
                        failing(WEB1, GATE), new RunResult.HostKeyUnknown(GATE, key, ""));

        assertThat(result)
                .isInstanceOfSatisfying(
                        TaskResult.Failed.class,
                        failed ->
                                assertThat(failed.remedy())
                                        .contains("[gate.example.com]:2200")
                                        .endsWith("accept-key web1 " + key.fingerprint()));
    }
}
