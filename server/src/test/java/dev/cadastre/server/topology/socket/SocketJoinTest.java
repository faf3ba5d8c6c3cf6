package dev.cadastre.server.topology.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Transport;
import dev.cadastre.server.estate.Port;
import dev.cadastre.server.topology.RelationType;
import dev.cadastre.server.topology.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SocketJoinTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final Speaker POSTGRES = new Speaker("postgresql", "postgresql", "database");
    private static final Speaker HAPROXY = new Speaker("haproxy", "haproxy", "load-balancer");
    private static final Speaker SHOP = new Speaker("gunicorn", "gunicorn", "application-server");

    private final Neighbourhood neighbours = new Neighbourhood();
    private final SocketJoin join = new SocketJoin(neighbours);
    private final Map<String, HostSockets> hosts = new TreeMap<>();

    @Test
    void makesOneRelationOfWhatBothSidesSay() {
        host("app", "10.0.0.1").to(SHOP, "10.0.0.2", 5432).add();
        host("db", "10.0.0.2").listens(5432, POSTGRES).from(POSTGRES, "10.0.0.1", 5432).add();

        assertThat(connections())
                .containsExactly("daemon:gunicorn@app -> service:5432-tcp@db SEEN");
        assertThat(all())
                .contains(
                        "daemon:gunicorn@app RUNS_ON host:app",
                        "daemon:postgresql@db PROVIDES service:5432-tcp@db",
                        "daemon:postgresql@db RUNS_ON host:db");
    }

    @Test
    void claimsWhatOneSideSaysOnly() {
        host("app", "10.0.0.1").to(SHOP, "10.0.0.2", 5432).add();
        host("db", "10.0.0.2").listens(5432, POSTGRES).from(POSTGRES, "10.0.0.3", 5432).add();
        host("job", "10.0.0.3").add();

        assertThat(connections())
                .containsExactly(
                        "daemon:gunicorn@app -> service:5432-tcp@db CLAIMED",
                        "host:job -> service:5432-tcp@db CLAIMED");
    }

    @Test
    void makesStrangersOfWhoeverIsNotKnown() {
        host("app", "10.0.0.1")
                .listens(443, SHOP)
                .to(SHOP, "203.0.113.7", 443)
                .from(SHOP, "198.51.100.3", 443)
                .add();

        assertThat(connections())
                .containsExactly(
                        "daemon:gunicorn@app -> external:203.0.113.7 CLAIMED",
                        "external:198.51.100.3 -> service:443-tcp@app CLAIMED");
    }

    @Test
    void doesNotTellACrowdOfStrangersApart() {
        Told web = host("web", "10.0.0.1").listens(443, SHOP);
        for (int i = 1; i <= SocketJoin.CROWD + 1; i++) {
            web.from(SHOP, "198.51.100." + i, 443);
        }
        web.add();

        assertThat(connections())
                .containsExactly("external:clients@web -> service:443-tcp@web CLAIMED");
    }

    @Test
    void doesNotMakeAnAssetOfEveryAddressThatAHostInvents() {
        Told liar = host("liar", "10.0.0.1");
        for (int i = 0; i <= SocketJoin.MANY; i++) {
            liar.to(SHOP, "203.0." + i / 256 + "." + i % 256, 443);
        }
        liar.add();

        assertThat(connections())
                .containsExactly("daemon:gunicorn@liar -> external:others@liar CLAIMED");
    }

    @Test
    void keepsWhatAHostSaysToItselfOnIt() {
        host("one", "10.0.0.1")
                .listens(5432, POSTGRES)
                .to(SHOP, "127.0.0.1", 5432)
                .to(POSTGRES, "127.0.0.1", 5432)
                .to(SHOP, "127.0.0.1", 9999)
                .from(POSTGRES, "127.0.0.1", 5432)
                .add();

        assertThat(connections())
                .containsExactly("daemon:gunicorn@one -> service:5432-tcp@one SEEN");
    }

    @Test
    void takesContainersForTheirHost() {
        host("one", "10.0.0.1").inside("172.17.0.1/16").to(SHOP, "172.17.0.2", 80).add();
        host("two", "10.0.0.2").inside("172.17.0.1/16").to(SHOP, "172.17.0.2", 80).add();

        assertThat(connections()).isEmpty();
    }

    @Test
    void meansNobodyByAnAddressOfSeveralHosts() {
        host("left", "192.168.0.1").listens(80, SHOP).add();
        host("right", "192.168.0.1").listens(80, SHOP).add();
        host("app", "10.0.0.1").to(SHOP, "192.168.0.1", 80).add();

        assertThat(connections())
                .containsExactly("daemon:gunicorn@app -> external:192.168.0.1 CLAIMED");
    }

    @Test
    void meansTheOneOfSeveralHostsThatSaysSo() {
        host("left", "192.168.0.1").listens(80, SHOP).add();
        host("right", "192.168.0.1").listens(80, SHOP).from(SHOP, "10.0.0.1", 80).add();
        host("app", "10.0.0.1").to(SHOP, "192.168.0.1", 80).add();

        assertThat(connections())
                .containsExactly("daemon:gunicorn@app -> service:80-tcp@right SEEN");
    }

    @Test
    void doesNotGiveTheConnectionsBehindAGatewayToAProgramOfIt() {
        host("gateway", "10.0.0.254").add();
        host("hidden1", "192.168.7.1").to(SHOP, "10.0.0.2", 5432).add();
        host("hidden2", "192.168.7.2").to(SHOP, "10.0.0.2", 5432).add();
        host("db", "10.0.0.2").listens(5432, POSTGRES).from(POSTGRES, "10.0.0.254", 5432).add();

        assertThat(connections())
                .containsExactly(
                        "daemon:gunicorn@hidden1 -> service:5432-tcp@db CLAIMED",
                        "daemon:gunicorn@hidden2 -> service:5432-tcp@db CLAIMED",
                        "host:gateway -> service:5432-tcp@db CLAIMED");
        assertThat(counting()).doesNotContain("host:gateway -> service:5432-tcp@db");
    }

    @Test
    void takesAPortOfTheKernelForAServiceOnlyWhereSomethingListens() {
        host("app", "10.0.0.1")
                .to(SHOP, "10.0.0.2", 40_000)
                .to(SHOP, "10.0.0.2", 50_070)
                .to(SHOP, "203.0.113.7", 41_000)
                .add();
        host("data", "10.0.0.2").listens(50_070, POSTGRES).add();

        assertThat(connections())
                .containsExactly("daemon:gunicorn@app -> service:50070-tcp@data CLAIMED");
    }

    @Test
    void asksOnlyOnceWhoseConnectionItIs() {
        host("app", "10.0.0.1")
                .to(SHOP, "10.0.0.2", 5432)
                .to(Speaker.UNKNOWN, "10.0.0.2", 5432)
                .to(Speaker.UNKNOWN, "10.0.0.2", 6379)
                .add();
        host("db", "10.0.0.2").listens(5432, POSTGRES).listens(6379, Speaker.UNKNOWN).add();

        assertThat(connections())
                .containsExactly(
                        "daemon:gunicorn@app -> service:5432-tcp@db CLAIMED",
                        "daemon:unknown@app -> service:6379-tcp@db CLAIMED");
        assertThat(all()).contains("service:6379-tcp@db RUNS_ON host:db");
    }

    @Test
    void learnsThatABalancerChooses() {
        host("lb", "10.0.0.9")
                .to(HAPROXY, "10.0.0.1", 8000)
                .to(HAPROXY, "10.0.0.2", 8000)
                .to(HAPROXY, "10.0.0.3", 5432)
                .add();
        host("app1", "10.0.0.1").listens(8000, SHOP).add();
        host("app2", "10.0.0.2").listens(8000, SHOP).add();
        host("db", "10.0.0.3").listens(5432, POSTGRES).add();

        assertThat(alternatives())
                .containsExactly(
                        "service:8000-tcp@app1 gunicorn for haproxy",
                        "service:8000-tcp@app2 gunicorn for haproxy");
    }

    @Test
    void learnsThatReplicasStandInForEachOtherAndDoNotNeedEachOther() {
        host("app", "10.0.0.9")
                .to(SHOP, "10.0.0.1", 5432)
                .to(SHOP, "10.0.0.2", 5432)
                .to(SHOP, "10.0.0.3", 5432)
                .add();
        host("db1", "10.0.0.1").listens(5432, POSTGRES).add();
        host("db2", "10.0.0.2").listens(5432, POSTGRES).to(POSTGRES, "10.0.0.1", 5432).add();

        assertThat(alternatives())
                .containsExactly(
                        "service:5432-tcp@db1 postgresql for gunicorn",
                        "service:5432-tcp@db2 postgresql for gunicorn");
        assertThat(counting())
                .doesNotContain("daemon:postgresql@db2 -> service:5432-tcp@db1")
                .contains("daemon:gunicorn@app -> service:5432-tcp@db1");
    }

    @Test
    void tellsWhoElseIsConcernedByWhomAHostMeets() {
        host("db", "10.0.0.2").listens(5432, POSTGRES).add();
        HostSockets app = host("app", "10.0.0.1").to(SHOP, "10.0.0.2", 5432).add();
        HostSockets quiet = HostSockets.silent(app.host(), "app");

        assertThat(join.meet(app)).containsExactly(1);
        assertThat(join.meet(app)).isEmpty();
        assertThat(join.meet(quiet)).containsExactly(1);
    }

    private Told host(String name, String address) {
        return new Told(name, address);
    }

    private final class Told {

        private final String name;
        private final String address;
        private final List<String> inside = new ArrayList<>();
        private final SortedMap<Port, Speaker> listeners = new TreeMap<>();
        private final List<SpokenLine> lines = new ArrayList<>();

        Told(String name, String address) {
            this.name = name;
            this.address = address;
        }

        Told inside(String network) {
            inside.add(network);
            return this;
        }

        Told listens(int port, Speaker speaker) {
            listeners.put(port(port), speaker);
            return this;
        }

        Told to(Speaker speaker, String peer, int port) {
            lines.add(new SpokenLine(true, speaker, peer, port(port), true, NOW));
            return this;
        }

        Told from(Speaker speaker, String peer, int port) {
            lines.add(new SpokenLine(false, speaker, peer, port(port), true, NOW));
            return this;
        }

        HostSockets add() {
            HostSockets told =
                    new HostSockets(
                            hosts.size() + 1, name, List.of(address), inside, listeners, lines);
            hosts.put(name, told);
            neighbours.place(told);
            return told;
        }
    }

    private static Port port(int number) {
        return new Port(number, Transport.TCP);
    }

    private SortedMap<Link, LinkFound> links() {
        hosts.values().forEach(join::meet);
        SortedMap<Link, LinkFound> links = new TreeMap<>();
        hosts.values().forEach(host -> links.putAll(join.part(host).links()));
        return links;
    }

    private List<String> connections() {
        return texts(link -> text(link) + " " + found(link).sight());
    }

    private List<String> counting() {
        return texts(link -> found(link).counts() ? text(link) : null);
    }

    private List<String> alternatives() {
        return texts(link -> {
            String name = found(link).alternatives();
            return name == null ? null : link.target() + " " + name;
        });
    }

    private LinkFound found(Link link) {
        return java.util.Objects.requireNonNull(links().get(link));
    }

    private static String text(Link link) {
        return link.source() + " -> " + link.target();
    }

    private List<String> texts(java.util.function.Function<Link, @Nullable String> text) {
        List<String> texts = new ArrayList<>();
        for (Link link : links().keySet()) {
            String told = text.apply(link);
            if (link.type() == RelationType.CONNECTS_TO && told != null) {
                texts.add(told);
            }
        }
        return texts;
    }

    private List<String> all() {
        return links().keySet().stream()
                .map(link -> link.source() + " " + link.type() + " " + link.target())
                .toList();
    }

    @Test
    void saysThatAServiceIsSeen() {
        host("db", "10.0.0.2").listens(5432, POSTGRES).add();

        assertThat(links().values()).allMatch(found -> found.sight() == Sight.SEEN);
    }
}
