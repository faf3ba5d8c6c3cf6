package dev.cadastre.server.monitoring.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cadastre.plugin.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PluginAccountTest {

    private static final Account NOBODY = new Account("nobody", 65_534, 65_534, List.of(4));
    private static final Optional<ServerRights> ROOT =
            Optional.of(new ServerRights(Set.of(0), true));
    private static final Optional<ServerRights> ADA =
            Optional.of(new ServerRights(Set.of(1000), false));

    private static PluginAccount of(Account account, Optional<ServerRights> server) {
        return PluginAccount.of(TestProperties.usual(), Optional.of(account), server);
    }

    private static void assertRefused(PluginAccount account, String... reasons) {
        assertThat(account)
                .asInstanceOf(type(PluginAccount.Refused.class))
                .extracting(PluginAccount.Refused::why)
                .asString()
                .contains(reasons);
    }

    @Test
    void isAnotherThanTheServersWithoutFurtherGroups() {
        assertThat(of(NOBODY, ROOT)).isEqualTo(new PluginAccount.Usable(NOBODY.withoutGroups()));
    }

    @Test
    void isNeverRoot() {
        assertRefused(of(new Account("toor", 0, 0, List.of()), ADA), "never", "root");
    }

    @Test
    void isNotTheServersOwnUnlessThatIsAllowed() {
        Account ada = new Account("ada", 1000, 1000, List.of());

        assertRefused(of(ada, ADA), "own account", "plugins-as-server");
        assertThat(
                        PluginAccount.of(
                                TestProperties.with(Map.of("plugins-as-server", "true")),
                                Optional.of(ada),
                                ADA))
                .isEqualTo(new PluginAccount.Usable(ada));
    }

    @Test
    void isNoneThatTheServerCannotChangeTo() {
        assertRefused(of(NOBODY, ADA), "nobody", "root", "SETUID");
        assertThat(of(NOBODY, Optional.of(new ServerRights(Set.of(1000), true))))
                .isInstanceOf(PluginAccount.Usable.class);
    }

    @Test
    void isNoneWithoutKnowingWhoTheServerIs() {
        assertRefused(of(NOBODY, Optional.empty()), "own account");
        assertRefused(
                PluginAccount.of(TestProperties.usual(), Optional.empty(), ROOT),
                "no account nobody");
    }

    @Test
    void readsWhoseRightsAProcessHas() {
        List<String> user =
                List.of(
                        "Name:\tjava",
                        "Uid:\t1000\t1000\t999\t1000",
                        "Gid:\t0\t0\t0\t0",
                        "CapPrm:\t000001ffffffffff",
                        "CapEff:\t0000000000000040");

        assertThat(ServerRights.of(user)).contains(new ServerRights(Set.of(1000, 999), false));
        assertThat(ServerRights.of(List.of("Uid:\t0\t0\t0\t0", "CapEff:\t00000000000000c0")))
                .contains(new ServerRights(Set.of(0), true));
        assertThat(ServerRights.of(List.of("Uid:\t4294967294\t0\t0\t0")))
                .contains(new ServerRights(Set.of(0, -2), false));
        assertThat(ServerRights.of(List.of("Name:\tjava"))).isEmpty();
        assertThat(ServerRights.ofThisProcess()).isPresent();
    }
}
