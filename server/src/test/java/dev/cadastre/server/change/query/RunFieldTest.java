package dev.cadastre.server.change.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.Status;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.running.FakeHosts;
import dev.cadastre.server.change.running.RunsByTest;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.search.QueryRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hosts by runs that were for them. */
@ServerTest
class RunFieldTest {

    @Autowired private RunsByTest byTest;
    @Autowired private FakeHosts fakes;
    @Autowired private Hosts hosts;
    @Autowired private Clock clock;

    private ChangeRun run(String value, String... names) {
        return byTest.rested(byTest.start(shop(value), RunSettings.USUAL.allowing(5), names).id());
    }

    private List<String> found(String query, @Nullable Instant at, Reach reach) {
        HostQuery all = new HostQuery(null, null, null, false, Lifecycle.LIVE, at, null, 1000);
        return hosts.find(all, query, reach).items().stream().map(Host::name).toList();
    }

    private List<String> found(String query) {
        return found(query, null, Reach.ALL);
    }

    @Test
    void findsTheHostsOfARunAndThoseWhereTheLastOneFailed() {
        byTest.declare("rfld", "rfld-1", "rfld-2", "rfld-3");
        byTest.declare("rfld-other", "rfld-4");
        ChangeRun first = run("1", "rfld-1", "rfld-2", "rfld-4");
        assertThat(first.status()).isEqualTo(Status.OK);
        fakes.host("rfld-2").failing("motd");
        ChangeRun second = run("2", "rfld-2");
        assertThat(second.status()).isEqualTo(Status.FAILED);

        assertThat(found("run:" + first.id())).containsExactly("rfld-1", "rfld-2", "rfld-4");
        assertThat(found("run:" + first.name())).containsExactly("rfld-1", "rfld-2", "rfld-4");
        assertThat(found("run:" + first.id() + " -run:" + second.id()))
                .containsExactly("rfld-1", "rfld-4");
        assertThat(found("run:%d,%d".formatted(first.id(), second.id()))).hasSize(3);
        assertThat(found("env:rfld* run:failed")).containsExactly("rfld-2");
        assertThat(found("env:rfld* run:ok,blocked")).containsExactly("rfld-1", "rfld-4");
        assertThat(found("env:rfld* run:*")).containsExactly("rfld-1", "rfld-2", "rfld-4");
        assertThat(found("env:rfld* -run:*")).containsExactly("rfld-3");
        assertThat(found("run:" + first.id(), null, new Reach(Set.of("rfld"))))
                .containsExactly("rfld-1", "rfld-2");
        assertThat(found("run:99999999999999999999")).isEmpty();
    }

    @Test
    void saysWhatItCannotAnswer() {
        assertThatThrownBy(() -> found("run:faild"))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining("timed-out");
        assertThatThrownBy(() -> found("run:1", clock.instant(), Reach.ALL))
                .isInstanceOf(QueryRefused.class);
    }

    private static String shop(String motd) {
        return """
        [change]
        name = shop
        [step motd]
        op = test.put
        key = motd
        value = %s
        """
                .formatted(motd);
    }
}
