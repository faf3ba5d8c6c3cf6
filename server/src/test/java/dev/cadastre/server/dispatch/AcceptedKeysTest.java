package dev.cadastre.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import dev.cadastre.ssh.HostKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class AcceptedKeysTest {

    private static final HostKey OLD = new HostKey("ssh-rsa", "AAAAB3NzaC1yc2EAAAAA");
    private static final HostKey NEW = new HostKey("ssh-rsa", "AAAAB3NzaC1yc2EAAAAB");

    @Autowired private PinnedKeys pins;
    @Autowired private Dispatch dispatch;
    @Autowired private Estate estate;
    @Autowired private Access access;

    @Test
    void theChangedKeyOfAJumpHostThatNothingDeclaresIsAcceptedWithAHostBehindIt() {
        Map<String, String> settings = Map.of("address", "none", "ssh.jump", "gate-a.invalid");
        access.asSystem(() -> {
            estate.addHost(new NewHost("accepted-a1", "accepted", List.of(), settings));
        });
        DeclaredHost host = estate.host("accepted-a1").orElseThrow();
        pins.pin("gate-a.invalid", OLD, "first sight");
        pins.present("gate-a.invalid", NEW);

        assertThat(dispatch.presentedKey(host)).contains(NEW.fingerprint());
        assertThat(access.asSystem(() -> dispatch.acceptKey(host, OLD.fingerprint()))).isFalse();
        assertThat(access.asSystem(() -> dispatch.acceptKey(host, NEW.fingerprint()))).isTrue();

        assertThat(pins.of("gate-a.invalid")).containsExactly(NEW);
        assertThat(dispatch.presentedKey(host)).isEmpty();
    }
}
