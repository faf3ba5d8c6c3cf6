package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.Chain;
import dev.cadastre.lab.HostProgram;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A real application on five hosts, seen by root and by an account that may not see the processes
 * of others. Each test leaves it as it found it.
 */
class ChainTest {

    /** By whom the hosts are looked at. */
    enum Sight {
        ROOT("root"),
        UNPRIVILEGED("ops");

        private final String account;

        Sight(String account) {
            this.account = account;
        }

        /** A process is told by its name, or by its account where the name is hidden. */
        String holder(String process, String user) {
            return this == ROOT ? process : "account " + user;
        }
    }

    /** Where requests and servers come from: the laboratory's own end of the network. */
    private static final String OUTSIDE = "10.77.255.254";

    @TempDir private static Path folder;

    private static Lab lab;
    private static Chain chain;
    private static final Map<Sight, ChainWatch> WATCHES = new EnumMap<>(Sight.class);

    @BeforeAll
    static void collect() {
        lab = Lab.open(folder);
        chain = Chain.start(lab);
        for (Sight sight : Sight.values()) {
            WATCHES.put(sight, ChainWatch.start(chain, lab, sight.account, folder));
        }
    }

    @AfterAll
    static void end() {
        WATCHES.values().forEach(ChainWatch::close);
        chain.close();
        lab.close();
    }

    private static ChainWatch watch(Sight sight) {
        return Objects.requireNonNull(WATCHES.get(sight));
    }

    @ParameterizedTest
    @EnumSource
    void everyListenerIsToldWithItsPort(Sight sight) {
        Map<String, List<String>> services = watch(sight).first().services();

        assertThat(services.get("lb"))
                .containsExactly(
                        listener("22-tcp", sight.holder("sshd", "root")),
                        listener("80-tcp", sight.holder("haproxy", "root")));
        for (String app : List.of("app1", "app2")) {
            assertThat(services.get(app))
                    .containsExactly(
                            listener("22-tcp", sight.holder("sshd", "root")),
                            listener("8000-tcp", sight.holder("gunicorn", "shop")));
        }
        assertThat(services.get("db"))
                .containsExactly(
                        listener("22-tcp", sight.holder("sshd", "root")),
                        listener("5432-tcp", sight.holder("postgres", "postgres")));
        assertThat(services.get("cache"))
                .containsExactly(
                        listener("22-tcp", sight.holder("sshd", "root")),
                        listener("6379-tcp", sight.holder("redis-server", "redis")));
    }

    @ParameterizedTest
    @EnumSource
    void everyConnectionIsToldAtBothItsEndsAndThereIsNoOther(Sight sight) {
        Map<String, List<String>> connections = watch(sight).first().connections();
        String haproxy = sight.holder("haproxy", "haproxy");
        String gunicorn = sight.holder("gunicorn", "shop");
        String postgres = sight.holder("postgres", "postgres");
        String redis = sight.holder("redis-server", "redis");

        assertThat(connections.get("lb"))
                .containsExactlyInAnyOrder(
                        collecting(sight),
                        in(OUTSIDE, haproxy, Chain.WEB_PORT),
                        out(haproxy, chain.app(1), Chain.APP_PORT),
                        out(haproxy, chain.app(2), Chain.APP_PORT));
        for (String app : List.of("app1", "app2")) {
            assertThat(connections.get(app))
                    .containsExactlyInAnyOrder(
                            collecting(sight),
                            in(chain.loadBalancer().address(), gunicorn, Chain.APP_PORT),
                            out(gunicorn, chain.database(), Chain.DATABASE_PORT),
                            out(gunicorn, chain.cache(), Chain.CACHE_PORT));
        }
        assertThat(connections.get("db"))
                .containsExactlyInAnyOrder(
                        collecting(sight),
                        in(chain.app(1).address(), postgres, Chain.DATABASE_PORT),
                        in(chain.app(2).address(), postgres, Chain.DATABASE_PORT));
        assertThat(connections.get("cache"))
                .containsExactlyInAnyOrder(
                        collecting(sight),
                        in(chain.app(1).address(), redis, Chain.CACHE_PORT),
                        in(chain.app(2).address(), redis, Chain.CACHE_PORT));
    }

    @ParameterizedTest
    @EnumSource
    void theMapHasEveryEdgeAndNoOther(Sight sight) {
        assertThat(watch(sight).firstMap())
                .containsExactlyInAnyOrder(
                        "daemon:haproxy@lb to service:8000-tcp@app1, SEEN",
                        "daemon:haproxy@lb to service:8000-tcp@app2, SEEN",
                        "daemon:gunicorn@app1 to service:5432-tcp@db, SEEN",
                        "daemon:gunicorn@app1 to service:6379-tcp@cache, SEEN",
                        "daemon:gunicorn@app2 to service:5432-tcp@db, SEEN",
                        "daemon:gunicorn@app2 to service:6379-tcp@cache, SEEN");
        // This machine is a host, too; whether its part is seen depends on when it was looked at.
        assertThat(watch(sight).visitors())
                .hasSize(1)
                .allMatch(visitor ->
                        visitor.startsWith("daemon:java@") || visitor.startsWith("host:"));
        assertThat(watch(sight).product("service:80-tcp@lb")).isEqualTo("HAProxy");
        assertThat(watch(sight).product("service:5432-tcp@db")).isEqualTo("PostgreSQL");
        assertThat(watch(sight).product("service:6379-tcp@cache")).isEqualTo("Redis");
    }

    @ParameterizedTest
    @EnumSource
    void theMapsOfTwoTimesDifferByWhatWasAddedAndRemoved(Sight sight) {
        ChainWatch watch = watch(sight);
        watch.collect();
        List<String> before = watch.map();
        HostProgram added = chain.connect(chain.cache(), chain.database(), Chain.DATABASE_PORT);
        watch.collect();
        List<String> with = watch.map();
        Instant then = Instant.now();
        added.stop();
        watch.collect();

        assertThat(with)
                .containsAll(before)
                .hasSize(before.size() + 1)
                .anyMatch(edge -> edge.endsWith("@cache to service:5432-tcp@db, SEEN"));
        assertThat(watch.map()).isEqualTo(before);
        assertThat(watch.map(then)).isEqualTo(with);
    }

    @ParameterizedTest
    @EnumSource
    void theShopIsUpWithoutOneInstanceAndFallsWithItsDatabase(Sight sight) {
        ChainWatch watch = watch(sight);
        chain.stopApp(1);
        try {
            watch.collect();
            JsonNode impact = watch.impactOfWhatIsGone();

            assertThat(impact.path("fallen").toString()).doesNotContain("service:80-tcp@lb");
            assertThat(impact.path("reduced").toString()).contains("daemon:haproxy@lb");
        } finally {
            chain.startApp(1);
            chain.awaitBoth();
        }
        chain.stopDatabase();
        try {
            watch.collect();
            JsonNode impact = watch.impactOfWhatIsGone();

            assertThat(impact.path("fallen").toString()).contains("service:80-tcp@lb");
            assertThat(impact.path("mail").toString()).contains("shop@example.com");
        } finally {
            chain.startDatabase();
            chain.awaitBoth();
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneMoreConnectionIsSeenAndNoLongerWhenItIsGone(Sight sight) {
        ChainWatch watch = watch(sight);
        String there =
                "db " + out(sight.holder("python3", "backup"), chain.cache(), Chain.CACHE_PORT);
        String here =
                "cache "
                        + in(
                                chain.database().address(),
                                sight.holder("redis-server", "redis"),
                                Chain.CACHE_PORT);
        watch.collect();
        Map<String, List<String>> before = watch.connections();

        HostProgram added = chain.connect(chain.database(), chain.cache(), Chain.CACHE_PORT);
        watch.collect();
        Map<String, List<String>> with = watch.connections();
        added.stop();
        watch.collect();
        Map<String, List<String>> after = watch.connections();

        assertThat(ChainWatch.beyond(with, before)).containsExactlyInAnyOrder(there, here);
        assertThat(ChainWatch.beyond(before, with)).isEmpty();
        assertThat(ChainWatch.beyond(with, after)).containsExactlyInAnyOrder(there, here);
        assertThat(ChainWatch.beyond(after, with)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aStoppedInstanceListensNoMoreAndTheShopIsStillThere(Sight sight) {
        chain.stopApp(1);
        try {
            watch(sight).collect();

            assertThat(watch(sight).services("app1"))
                    .containsExactly(listener("22-tcp", sight.holder("sshd", "root")));
            assertThat(watch(sight).services("app2")).hasSize(2);
            assertThat(chain.order().body()).startsWith("app2 ");
        } finally {
            chain.startApp(1);
            chain.awaitBoth();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoppedDatabaseListensNoMore(Sight sight) {
        chain.stopDatabase();
        try {
            watch(sight).collect();

            assertThat(watch(sight).services("db"))
                    .containsExactly(listener("22-tcp", sight.holder("sshd", "root")));
            assertThat(chain.order().statusCode()).isEqualTo(500);
        } finally {
            chain.startDatabase();
            chain.awaitBoth();
        }
    }

    private static String listener(String name, String holder) {
        return name + " by " + holder;
    }

    private static String out(String holder, LabHost peer, int port) {
        return "OUT %s with %s on %d".formatted(holder, peer.address(), port);
    }

    private static String in(String peer, String holder, int port) {
        return "IN %s with %s on %d".formatted(holder, peer, port);
    }

    /** The server's own, by which it reads the host. */
    private static String collecting(Sight sight) {
        return in(OUTSIDE, sight.holder("sshd", "root"), 22);
    }
}
