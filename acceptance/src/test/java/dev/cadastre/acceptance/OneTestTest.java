package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One file gates a change, is a monitor by one line of the estate file, and scans all hosts. */
class OneTestTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String TEST =
            """
            #!/bin/sh
            # ${address} is no parameter here.
            echo 1..2
            echo "ok 1 - the shop of ${OWNER:-nobody} is there"
            test -e /srv/open || printf 'not '
            echo "ok 2 - its door is open"
            """;

    @TempDir private static Path folder;

    private static Lab lab;
    private static List<LabHost> hosts;
    private static Path shop;
    private static Path test;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.open(folder);
        hosts = lab.hosts(List.of(HostSpec.debian("shop1"), HostSpec.debian("shop2")));
        hosts.forEach(host -> host.run("mkdir -p /srv; touch /srv/open"));
        shop = folder.resolve("shop");
        test = Files.createDirectories(shop.resolve("tests")).resolve("shop-answers");
        Files.writeString(test, TEST);
        EstateText estate = new EstateText(lab.identity()).environment("qa");
        hosts.forEach(host -> estate.host(host, "qa"));
        Path file =
                estate.lines(
                                """

                                [monitor-template tests]
                                form = tap
                                retries = 0
                                interval = 1h

                                [monitor shop-answers]
                                template = tests
                                q = env:qa
                                test = tests/shop-answers
                                """)
                        .write(shop.resolve("estate.ini"));
        server = ServerStart.at(folder.resolve("home")).option("--estate=" + file).ready();
        hosts.forEach(host -> server.awaitOutcome(host.name(), "COLLECTED"));
    }

    @AfterAll
    static void end() {
        server.close();
        lab.close();
    }

    private static JsonNode checked(LabHost host) {
        String path = "/api/v1/monitors?name=shop-answers&asset=host:" + host.name();
        JsonNode items = server.cadastre("api", "GET", path).exited(0).json().get("items");
        assertThat(items).hasSize(1);
        String id = items.get(0).get("id").asString();
        return server.cadastre("api", "POST", "/api/v1/monitors/%s/check".formatted(id))
                .exited(0)
                .json();
    }

    private static Ran delivered(Path change) {
        return server.cadastre(
                "run",
                "start",
                change.toString(),
                "--on",
                "env:qa",
                "--serial",
                "1",
                "--yes",
                "-o",
                "json");
    }

    private static Ran scanned(int status) {
        return server.cadastre("test", "run", test.toString(), "--tap", "--on", "env:qa")
                .exited(status);
    }

    @Test
    void gatesAChangeAndIsAMonitorAndScansAllHosts() throws IOException {
        Path change =
                Files.writeString(
                        shop.resolve("shop.change"),
                        """
                        [change]
                        name = shop

                        [step test]
                        op = test.run
                        file = tests/shop-answers
                        form = tap

                        [step deliver]
                        op = command.run
                        command = touch /tmp/delivered
                        creates = /tmp/delivered
                        """);
        LabHost broken = hosts.getFirst();
        LabHost sound = hosts.getLast();
        for (LabHost host : hosts) {
            JsonNode said = checked(host);
            assertThat(said.get("state").asString()).as(said.toString()).isEqualTo("OK");
            assertThat(said.get("output").asString()).isEqualTo("2 tests are passed");
            assertThat(said.get("longOutput").asString())
                    .contains("ok 1 - the shop of nobody is there");
            assertThat(said.at("/test/name").asString()).isEqualTo("tests/shop-answers");
        }
        assertThat(scanned(0).err()).contains("2 of 2 hosts pass");

        broken.run("rm /srv/open");
        JsonNode said = checked(broken);
        assertThat(said.get("state").asString()).as(said.toString()).isEqualTo("CRITICAL");
        assertThat(said.get("output").asString())
                .isEqualTo("1 of 2 failed: not ok 2 - its door is open");
        assertThat(checked(sound).get("state").asString()).isEqualTo("OK");
        Ran scan = scanned(1);
        assertThat(scan.out()).contains("1 of 2 failed: not ok 2 - its door is open");
        assertThat(scan.err()).contains("1 of 2 hosts pass");
        Ran refused = delivered(change);
        assertThat(refused.exited(1).out()).contains("not ok 2 - its door is open");
        hosts.forEach(host -> assertThat(host.run("ls /tmp")).doesNotContain("delivered"));

        broken.run("touch /srv/open");
        assertThat(checked(broken).get("state").asString()).isEqualTo("OK");
        server.cadastre("run", "resume", refused.json().at("/run/id").asString()).exited(0);
        hosts.forEach(host -> assertThat(host.run("ls /tmp")).contains("delivered"));
    }

    @Test
    void isReadAgainWhenItIsSavedAndRefusedWhenItIsNone() throws IOException {
        Path estate = shop.resolve("estate.ini");
        server.cadastre("estate", "check", estate.toString()).exited(0);
        Files.delete(test);
        assertThat(server.cadastre("estate", "check", estate.toString()).exited(1).out())
                .contains(
                        "[monitor shop-answers] test 'tests/shop-answers': there is no such file");
        assertThat(checked(hosts.getLast()).get("state").asString()).isEqualTo("OK");

        Files.writeString(test, TEST.replace("shop of", "store of"));
        Waiting.until(
                LIMIT,
                () -> checked(hosts.getLast()).get("longOutput").asString().contains("store of"),
                () -> "the test was not read again");
        Files.writeString(test, TEST);
        Waiting.until(
                LIMIT,
                () -> checked(hosts.getLast()).get("longOutput").asString().contains("shop of"),
                () -> "the test was not read again");
    }
}
