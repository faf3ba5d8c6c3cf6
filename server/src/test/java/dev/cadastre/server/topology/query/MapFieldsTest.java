package dev.cadastre.server.topology.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.query.Candidate;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.HostQuery;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Lifecycle;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.search.HostCounts;
import dev.cadastre.server.search.Queries;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.topology.joining.MappedHost;
import dev.cadastre.server.topology.joining.SocketMap;
import dev.cadastre.server.topology.telling.Correction;
import dev.cadastre.server.topology.telling.Corrections;
import dev.cadastre.server.topology.telling.NewCorrection;
import dev.cadastre.server.topology.telling.Teams;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class MapFieldsTest {

    @Autowired private Reports reports;
    @Autowired private SocketMap sockets;
    @Autowired private Hosts hosts;
    @Autowired private Queries queries;
    @Autowired private Access access;
    @Autowired private Teams teams;
    @Autowired private Corrections corrections;
    @Autowired private Clock clock;

    /** A proxy in front of an application, and the database behind it; in two environments. */
    private List<MappedHost> chain(String name, String network) throws InterruptedException {
        List<MappedHost> chain =
                List.of(
                        new MappedHost(name + "-lb", name, network + ".1")
                                .listens(80, "haproxy", "haproxy")
                                .to("haproxy", "haproxy", network + ".2", 8000),
                        new MappedHost(name + "-app", name, network + ".2")
                                .listens(8000, "gunicorn", "shop")
                                .from("gunicorn", "shop", network + ".1", 8000)
                                .to("gunicorn", "shop", network + ".3", 5432),
                        new MappedHost(name + "-db", name + "-data", network + ".3")
                                .listens(5432, "postgres", "postgres")
                                .from("postgres", "postgres", network + ".2", 5432));
        chain.forEach(host -> host.report(reports));
        MappedHost.settle(sockets);
        return chain;
    }

    private List<String> found(String query, @Nullable Instant at, Reach reach) {
        HostQuery all = new HostQuery(null, null, null, false, Lifecycle.LIVE, at, null, 1000);
        return hosts.find(all, query, reach).items().stream().map(Host::name).toList();
    }

    private List<String> found(String query) {
        return found(query, null, Reach.ALL);
    }

    @Test
    void findsHostsByProductProcessAndPort() throws InterruptedException {
        chain("fsv", "10.192.0");

        assertThat(found("host:fsv-* service:postgresql")).containsExactly("fsv-db");
        assertThat(found("host:fsv-* service:postgres*")).containsExactly("fsv-db");
        assertThat(found("host:fsv-* service:postgres")).containsExactly("fsv-db");
        assertThat(found("host:fsv-* service:8000-tcp")).containsExactly("fsv-app");
        assertThat(found("host:fsv-* -service:haproxy,postgresql")).containsExactly("fsv-app");
        assertThat(queries.count("host:fsv-*", "service", null, Reach.ALL).values())
                .extracting(HostCounts.Value::value)
                .contains("postgresql", "haproxy");
    }

    @Test
    void findsHostsThatNeedSomethingOverAnyNumberOfSteps() throws InterruptedException {
        chain("fdp", "10.192.1");

        assertThat(found("depends:fdp-db")).containsExactly("fdp-app", "fdp-lb");
        assertThat(found("depends:service:5432-tcp@fdp-db")).containsExactly("fdp-app", "fdp-lb");
        assertThat(found("depends:service:*@fdp-db")).containsExactly("fdp-app", "fdp-lb");
        assertThat(found("depends:fdp-app")).containsExactly("fdp-lb");
        assertThat(found("depends:fdp-lb")).isEmpty();
        assertThat(found("host:fdp-* depends:postgresql")).containsExactly("fdp-app", "fdp-lb");
        assertThat(found("depends:fdp-nothing")).isEmpty();
    }

    @Test
    void followsNothingThatTheReaderMayNotSee() throws InterruptedException {
        chain("fhd", "10.192.2");
        Reach front = new Reach(Set.of("fhd"));

        assertThat(found("depends:fhd-db", null, front)).isEmpty();
        assertThat(found("depends:fhd-app", null, front)).containsExactly("fhd-lb");
        assertThat(offered("depends:fhd-", front)).containsExactly("fhd-app", "fhd-lb");
        assertThat(offered("service:postgresq", front)).isEmpty();
    }

    @Test
    void findsWhatWasNeededThen() throws InterruptedException {
        List<MappedHost> chain = chain("fth", "10.192.3");
        Instant before = clock.instant();
        Instant earlier = before.minusSeconds(86_400);
        hosts.retire("fth-lb", "test", Reach.ALL);
        chain.get(1).deaf().silent();
        chain.get(1).report(reports);
        MappedHost.settle(sockets);

        assertThat(found("depends:fth-db")).isEmpty();
        assertThat(found("depends:fth-db", before, Reach.ALL)).contains("fth-app");
        assertThat(found("host:fth-* service:gunicorn", before, Reach.ALL))
                .containsExactly("fth-app");
        assertThat(found("depends:fth-db", earlier, Reach.ALL)).isEmpty();
    }

    @Test
    void findsHostsByTheTeamThatAnswersForThem() throws InterruptedException {
        chain("fow", "10.192.4");
        access.asSystem(() -> {
            teams.put("fow-keepers", null, Map.of());
            corrections.make(
                    new NewCorrection(
                            Correction.Kind.OWNER, "host:fow-db", null, null, "fow-keepers", null));
        });

        assertThat(found("owner:fow-keepers")).containsExactly("fow-db");
        assertThat(found("host:fow-* -owner:*")).containsExactly("fow-app", "fow-lb");
        assertThat(queries.count("host:fow-*", "owner", null, Reach.ALL).values())
                .extracting(HostCounts.Value::value)
                .containsExactly("fow-keepers");
        assertThat(offered("owner:fow-", Reach.ALL)).containsExactly("fow-keepers");
        assertThat(offered("owner:fow-", new Reach(Set.of("fow")))).isEmpty();
        assertThatThrownBy(() -> found("owner:fow-keepers", clock.instant(), Reach.ALL))
                .isInstanceOfSatisfying(
                        QueryRefused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().code())
                                        .isEqualTo("query.now-only"));
    }

    private Stream<String> offered(String text, Reach reach) {
        return queries.complete(text, text.length(), reach).candidates().stream()
                .map(Candidate::insert);
    }
}
