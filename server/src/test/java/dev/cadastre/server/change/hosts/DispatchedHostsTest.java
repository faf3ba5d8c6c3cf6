package dev.cadastre.server.change.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.run.HostSession;
import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.change.run.Secrets;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.estate.NewHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DispatchedHostsTest {

    @Autowired private DispatchedHosts hosts;
    @Autowired private Estate estate;
    @Autowired private Access access;

    private String reached(String host) {
        try (HostSession session = hosts.of(new RunSecrets(Secrets.NONE)).session(host)) {
            return session.reach() instanceof HostSession.OutOfReach away ? away.reason() : "";
        }
    }

    private void declare(String host, String address) {
        access.asSystem(() ->
                estate.addHost(new NewHost(host, "way-a", List.of(), Map.of("address", address))));
    }

    @Test
    void runsNothingOnItsOwnMachine() {
        declare("way-a1", "local");
        assertThat(reached("way-a1")).contains("the machine of the server itself");
    }

    @Test
    void tellsWhyThereIsNoWay() {
        declare("way-a2", NewHost.NO_ADDRESS);
        declare("way-a3", "127.0.0.1");
        assertThat(reached("way-a2")).contains("has no address");
        assertThat(reached("way-none")).contains("does not declare");
        assertThat(reached("way-a3")).isNotEmpty();
    }
}
