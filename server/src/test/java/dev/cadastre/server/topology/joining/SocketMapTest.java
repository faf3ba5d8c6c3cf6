package dev.cadastre.server.topology.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.server.ServerTest;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Hosts;
import dev.cadastre.server.inventory.Reports;
import dev.cadastre.server.topology.AssetName;
import dev.cadastre.server.topology.AssetQuery;
import dev.cadastre.server.topology.Evidence;
import dev.cadastre.server.topology.Presence;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.impact.ImpactAnswer;
import dev.cadastre.server.topology.impact.Impacts;
import dev.cadastre.server.topology.impact.Presumption;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.topology.reading.MapAsset;
import dev.cadastre.server.topology.reading.MapDifference;
import dev.cadastre.server.topology.reading.MapQuery;
import dev.cadastre.server.topology.reading.MapRelation;
import dev.cadastre.server.topology.reading.Maps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SocketMapTest {

    @Autowired private Reports reports;
    @Autowired private Hosts hosts;
    @Autowired private SocketMap sockets;
    @Autowired private Assets assets;
    @Autowired private Maps maps;
    @Autowired private Impacts impacts;
    @Autowired private Clock clock;

    /** A balancer, two applications behind it, and a database that both use. */
    private List<MappedHost> chain(String prefix, String network) {
        return List.of(
                new MappedHost(prefix + "-lb", prefix, network + ".1")
                        .listens(80, "haproxy", "haproxy")
                        .to("haproxy", "haproxy", network + ".2", 8000)
                        .to("haproxy", "haproxy", network + ".3", 8000),
                app(prefix + "-app1", prefix, network + ".2", network),
                app(prefix + "-app2", prefix, network + ".3", network),
                new MappedHost(prefix + "-db", prefix, network + ".4")
                        .listens(5432, "postgres", "postgres")
                        .from("postgres", "postgres", network + ".2", 5432)
                        .from("postgres", "postgres", network + ".3", 5432));
    }

    private static MappedHost app(String name, String env, String address, String network) {
        return new MappedHost(name, env, address)
                .listens(8000, "gunicorn", "shop")
                .from("gunicorn", "shop", network + ".1", 8000)
                .to("gunicorn", "shop", network + ".4", 5432);
    }

    private void report(List<MappedHost> all) throws InterruptedException {
        all.forEach(host -> host.report(reports));
        sockets.settle();
    }

    private List<String> connections(String environment) {
        return maps
                .part(new MapQuery(List.of(), 0, environment, null, null, 1_000), Reach.ALL)
                .relations()
                .stream()
                .filter(relation -> relation.type() == RelationType.CONNECTS_TO)
                .map(relation ->
                        relation.source()
                                + " "
                                + relation.target()
                                + " "
                                + relation.sight()
                                + " "
                                + relation.standing())
                .toList();
    }

    @Test
    void findsEveryRelationOfAChain() throws InterruptedException {
        report(chain("seen", "10.81.0"));

        assertThat(connections("seen"))
                .containsExactly(
                        "daemon:gunicorn@seen-app1 service:5432-tcp@seen-db SEEN STEADY",
                        "daemon:gunicorn@seen-app2 service:5432-tcp@seen-db SEEN STEADY",
                        "daemon:haproxy@seen-lb service:8000-tcp@seen-app1 SEEN STEADY",
                        "daemon:haproxy@seen-lb service:8000-tcp@seen-app2 SEEN STEADY");
        MapAsset database = assets.named("service:5432-tcp@seen-db", null, Reach.ALL).orElseThrow();
        assertThat(database.product()).isNotNull();
        assertThat(database.title()).isEqualTo("PostgreSQL 5432-tcp on seen-db");
        assertThat(database.presence()).isEqualTo(Presence.SEEN);
    }

    @Test
    void keepsAHostThatSpeaksWithAHundredThousandFromFillingTheMap() throws InterruptedException {
        MappedHost crawler = new MappedHost("many-crawler", "many", "10.92.0.1");
        new MappedHost("many-db", "many", "10.92.0.2")
                .listens(5432, "postgres", "postgres")
                .report(reports);
        crawler.to("spider", "spider", "10.92.0.2", 5432);
        for (int i = 0; i < 100_000; i++) {
            String peer = "198.%d.%d.%d".formatted(18 + i / 62_500, i / 250 % 250, 1 + i % 250);
            crawler.to("spider", "spider", peer, 443);
        }
        report(List.of(crawler));

        // What the other host does not say is only claimed, and strangers are not told apart.
        assertThat(connections("many"))
                .containsExactly(
                        "daemon:spider@many-crawler external:others@many-crawler CLAIMED STEADY",
                        "daemon:spider@many-crawler service:5432-tcp@many-db CLAIMED STEADY");
    }

    @Test
    void tellsTheSameWhereProcessesAreHidden() throws InterruptedException {
        String net = "10.82.0";
        report(
                List.of(
                        new MappedHost("hid-app", "hid", net + ".1")
                                .listens(8000, null, "shop")
                                .to(null, "shop", net + ".2", 5432),
                        new MappedHost("hid-db", "hid", net + ".2")
                                .listens(5432, null, "postgres")
                                .from(null, "postgres", net + ".1", 5432)));

        assertThat(connections("hid"))
                .containsExactly("daemon:shop@hid-app service:5432-tcp@hid-db SEEN STEADY");
        assertThat(assets.named("daemon:postgresql@hid-db", null, Reach.ALL)).isPresent();
    }

    @Test
    void knowsThatOneOfTwoAlternativesIsEnough() throws InterruptedException {
        report(chain("alt", "10.83.0"));

        ImpactAnswer one = impact("host:alt-app1");
        assertThat(one.fallen())
                .extracting(ImpactAnswer.Fallen::asset)
                .extracting(AssetName::toString)
                .doesNotContain("service:80-tcp@alt-lb");
        assertThat(one.reduced())
                .extracting(ImpactAnswer.Reduced::asset)
                .extracting(AssetName::toString)
                .containsExactly("daemon:haproxy@alt-lb");

        assertThat(impact("host:alt-db").fallen())
                .extracting(ImpactAnswer.Fallen::asset)
                .extracting(AssetName::toString)
                .contains("service:80-tcp@alt-lb", "daemon:gunicorn@alt-app1");
    }

    @Test
    void knowsWhatIsLeftWhenABalancerHasTurnedAwayFromWhatIsGone() throws InterruptedException {
        List<MappedHost> chain = chain("turn", "10.90.0");
        report(chain);
        chain.get(0).silent().to("haproxy", "haproxy", "10.90.0.3", 8000);
        chain.get(1).deaf().silent();
        report(chain);

        Reach own = new Reach(Set.of("turn"));
        ImpactAnswer gone = impacts.of(new Presumption(List.of(), List.of(), true, null), 100, own);
        assertThat(gone.reduced())
                .extracting(one -> one.asset() + " without " + one.lost() + " by " + one.left())
                .containsExactly(
                        "daemon:haproxy@turn-lb without [service:8000-tcp@turn-app1] by"
                                + " [service:8000-tcp@turn-app2]");
        assertThat(gone.fallen()).isEmpty();
        assertThat(
                        impacts.of(
                                        new Presumption(
                                                List.of("host:turn-app2"), List.of(), true, null),
                                        100,
                                        own)
                                .fallen())
                .extracting(ImpactAnswer.Fallen::asset)
                .extracting(AssetName::toString)
                .contains("service:80-tcp@turn-lb");
    }

    private ImpactAnswer impact(String... names) {
        return impacts.of(Presumption.of(names), 100, Reach.ALL);
    }

    @Test
    void remembersWhatIsNotSeenAnyLonger() throws InterruptedException {
        List<MappedHost> chain = chain("gone", "10.84.0");
        report(chain);
        Instant before = clock.instant();
        chain.get(1).silent().from("gunicorn", "shop", "10.84.0.1", 8000);
        report(chain);
        Instant without = clock.instant();

        assertThat(connections("gone"))
                .contains("daemon:gunicorn@gone-app1 service:5432-tcp@gone-db SEEN EARLIER");
        MapDifference difference = maps.difference(before, null, Reach.ALL);
        assertThat(difference.relationsAdded()).isEmpty();
        assertThat(difference.relationsRemoved())
                .containsExactly(
                        new MapDifference.Edge(
                                new AssetName("daemon", "gunicorn@gone-app1"),
                                RelationType.CONNECTS_TO,
                                new AssetName("service", "5432-tcp@gone-db")));

        chain.get(1).to("gunicorn", "shop", "10.84.0.4", 5432);
        report(chain);

        assertThat(connections("gone"))
                .contains("daemon:gunicorn@gone-app1 service:5432-tcp@gone-db SEEN OCCASIONAL");
        assertThat(maps.difference(without, null, Reach.ALL).relationsAdded()).hasSize(1);
    }

    @Test
    void saysThatAServiceDoesNotListenAnyLonger() throws InterruptedException {
        List<MappedHost> chain = chain("deaf", "10.85.0");
        report(chain);
        chain.get(3).deaf().silent();
        report(chain);

        assertThat(assets.named("service:5432-tcp@deaf-db", null, Reach.ALL).orElseThrow())
                .extracting(MapAsset::presence)
                .isEqualTo(Presence.GONE);
        assertThat(
                        impacts.of(
                                        new Presumption(List.of(), List.of(), true, null),
                                        1_000,
                                        new Reach(Set.of("deaf")))
                                .fallen())
                .extracting(ImpactAnswer.Fallen::asset)
                .extracting(AssetName::toString)
                .contains("service:80-tcp@deaf-lb");
    }

    @Test
    void knowsAStrangerOnceItReports() throws InterruptedException {
        new MappedHost("late-app", "late", "10.86.0.1")
                .to("gunicorn", "shop", "10.86.0.2", 5432)
                .report(reports);
        sockets.settle();
        assertThat(connections("late"))
                .containsExactly("daemon:gunicorn@late-app external:10.86.0.2 CLAIMED STEADY");

        new MappedHost("late-db", "late", "10.86.0.2")
                .listens(5432, "postgres", "postgres")
                .from("postgres", "postgres", "10.86.0.1", 5432)
                .report(reports);
        sockets.settle();

        assertThat(connections("late"))
                .containsExactly("daemon:gunicorn@late-app service:5432-tcp@late-db SEEN STEADY");
    }

    @Test
    void letsGoOfAHostThatIsRetired() throws InterruptedException {
        report(chain("left", "10.87.0"));
        Instant before = clock.instant();
        hosts.retire("left-db", "test", Reach.ALL);
        sockets.settle();

        assertThat(assets.named("service:5432-tcp@left-db", null, Reach.ALL)).isEmpty();
        assertThat(assets.named("service:5432-tcp@left-db", before, Reach.ALL)).isPresent();
        assertThat(connections("left"))
                .contains("daemon:gunicorn@left-app1 external:10.87.0.4 CLAIMED STEADY");
    }

    @Test
    void hidesWhatLiesOutOfReach() throws InterruptedException {
        report(chain("mine", "10.88.0"));
        Reach other = new Reach(Set.of("elsewhere"));

        assertThat(assets.named("host:mine-db", null, other)).isEmpty();
        assertThat(maps.part(new MapQuery(List.of(), 0, null, null, null, 1_000), other).assets())
                .isEmpty();
        assertThat(
                        assets.find(
                                        new AssetQuery(
                                                null, "mine", null, null, null, null, null, 100),
                                        other)
                                .items())
                .isEmpty();
    }

    @Test
    void tellsTheConnectionsThatAreTheEvidence() throws InterruptedException {
        report(chain("why", "10.89.0"));

        MapRelation relation =
                maps.relations("daemon:gunicorn@why-app1", null, Reach.ALL).stream()
                        .filter(one -> one.type() == RelationType.CONNECTS_TO)
                        .findFirst()
                        .orElseThrow();
        assertThat(relation.evidence())
                .extracting(Evidence::by, Evidence::process, Evidence::port)
                .containsExactlyInAnyOrder(
                        tuple("host:why-app1", "gunicorn", 5432),
                        tuple("host:why-db", "postgres", 5432));
    }
}
