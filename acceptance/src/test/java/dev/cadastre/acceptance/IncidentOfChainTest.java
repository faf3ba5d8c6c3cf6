package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.Chain;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real application whose database ends: one incident, with its cause and what changed before. */
class IncidentOfChainTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DATABASE = "service:5432-tcp@db";
    private static final String OK = "OK";

    @TempDir private static Path folder;

    private static Lab lab;
    private static Chain chain;
    private static ToldTeam team;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        lab = Lab.open(folder);
        chain = Chain.start(lab);
        team = ToldTeam.in(folder.resolve("team"));
        EstateText estate =
                new EstateText("root", lab.identity())
                        .lines(team.section("shop"))
                        .environment("qa")
                        .lines("owner = shop\n");
        chain.hosts().forEach(host -> estate.host(host, "qa"));
        estate.lines(monitors());
        ServerStart start =
                ServerStart.at(folder.resolve("home"))
                        .option("--estate=" + estate.write(folder.resolve("estate.ini")));
        server = team.told(start).ready();
        chain.hosts().forEach(host -> server.awaitOutcome(host.name(), "COLLECTED"));
    }

    @AfterAll
    static void stop() {
        server.close();
        team.close();
        chain.close();
        lab.close();
    }

    private static String monitors() {
        return """

        [monitor-template often]
        interval = 2s
        retry-interval = 1s
        retries = 2
        timeout = 5s

        [monitor postgresql]
        template = often
        asset = %s
        kind = tcp
        port = %d
        """
                        .formatted(DATABASE, Chain.DATABASE_PORT)
                + web("shop", "service:80-tcp@lb", chain.loadBalancer(), Chain.WEB_PORT)
                + web("app1", "service:8000-tcp@app1", chain.app(1), Chain.APP_PORT)
                + web("app2", "service:8000-tcp@app2", chain.app(2), Chain.APP_PORT);
    }

    private static String web(String name, String asset, LabHost host, int port) {
        return """

        [monitor %s]
        template = often
        asset = %s
        kind = http
        url = http://%s:%d/
        """
                .formatted(name, asset, host.address(), port);
    }

    @Test
    void tellsOnceOfTheCauseAndWhatChangedBeforeItAndOnceThatItIsOver() {
        awaitStates(List.of(OK, OK, OK, OK));
        chain.database().installPackage("base-files", "99.1-cadastre");
        // Nobody collects the host between; the incident has it looked at.
        chain.stopDatabase();
        try {
            awaitTold(1);
            JsonNode incident = incidents().getFirst();
            assertThat(incident.get("cause").asString()).isEqualTo(DATABASE);
            String story = server.cadastre("incident", "show", id(incident)).exited(0).out();
            assertThat(story).contains("base-files", "99.1-cadastre", "shop");
            awaitUnreachable(3);
            assertThat(incidents()).hasSize(1);
        } finally {
            chain.startDatabase();
            chain.awaitBoth();
        }
        awaitTold(2);
        awaitStates(List.of(OK, OK, OK, OK));

        assertThat(incidents()).hasSize(1);
        assertThat(incidents().getFirst().get("state").asString()).isEqualTo("RESOLVED");
        assertThat(team.calls())
                .extracting(ToldTeam.Call::type)
                .containsExactly("incident.opened", "incident.resolved");
        assertThat(team.calls().getFirst().data().get("changes").toString()).contains("base-files");
        assertThat(team.mails()).hasSize(2);
        assertThat(team.mails().getFirst()).contains("base-files");
        assertThat(team.chats()).hasSize(2);
    }

    private static List<JsonNode> incidents() {
        return server.items("incident", "list");
    }

    private static String id(JsonNode incident) {
        return incident.get("id").asString();
    }

    private static List<String> states() {
        return server.items("monitor", "list").stream()
                .map(monitor -> monitor.get("state").asString())
                .toList();
    }

    private static void awaitStates(List<String> wanted) {
        Waiting.until(
                PATIENCE,
                () -> states().equals(wanted),
                () -> server.cadastre("monitor", "list").toString());
    }

    private static void awaitUnreachable(int count) {
        Waiting.until(
                PATIENCE,
                () ->
                        server.items("monitor", "list").stream()
                                        .filter(one ->
                                                one.path("unreachableBecause")
                                                        .asString("")
                                                        .equals(DATABASE))
                                        .count()
                                == count,
                () -> server.cadastre("monitor", "list", "-o", "json").toString());
    }

    /** Until each way has told of so many things. */
    private static void awaitTold(int count) {
        Waiting.until(
                PATIENCE,
                () ->
                        team.calls().size() >= count
                                && team.mails().size() >= count
                                && team.chats().size() >= count,
                () ->
                        "told are %d calls, %d mails, %d chats; %s"
                                .formatted(
                                        team.calls().size(),
                                        team.mails().size(),
                                        team.chats().size(),
                                        server.cadastre("api", "GET", "/api/v1/deliveries")));
    }
}
