package dev.cadastre.acceptance;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A register with something in every part, and the moments between which it came to be so. */
final class SampleRegister implements AutoCloseable {

    static final String SECRET = "open sesame";

    private static final String JSON = "application/json";

    private final Path folder;
    private final Lab lab;
    private final Path estate;
    private final int port = Programs.freePort();
    private final List<String> moments = new ArrayList<>();

    private SampleRegister(Path folder, Lab lab, Path estate) {
        this.folder = folder;
        this.lab = lab;
        this.estate = estate;
    }

    static SampleRegister at(Path folder) {
        Lab lab = Lab.open(folder);
        LabHost host = lab.host(HostSpec.debian("app1"));
        EstateText estate =
                new EstateText("root", lab.identity())
                        .lines("\n[team payments]\nemail = payments@example.com\n")
                        .environment("qa")
                        .lines("owner = payments\n")
                        .host(host, "qa")
                        .lines("\n[rule old-openssl]\nq = pkg:openssl<3\nseverity = warning\n");
        return new SampleRegister(folder, lab, estate.write(folder.resolve("estate.ini")));
    }

    /** A server that does nothing by itself, at the same address whatever its home. */
    ServerStart start(Path home) {
        return ServerStart.at(home)
                .option("--port=" + port)
                .option("--estate=" + estate)
                .property("cadastre.collection.this-machine", "false")
                .property("cadastre.collection.scheduled", "false");
    }

    /** Times before, between and after what was told; the present is none of them. */
    List<String> moments() {
        return List.copyOf(moments);
    }

    private void moment() {
        moments.add(Instant.now().truncatedTo(MILLIS).toString());
    }

    /** Tells a server all of it. */
    void fill(RunningServer server) throws IOException {
        moment();
        server.cadastre("collect", "app1").exited(0);
        reports(server);
        moment();
        told(server);
        monitors(server);
        moment();
        changes(server);
        people(server);
        moment();
    }

    private static void done(RunningServer server, String line, String body) {
        String[] words = line.split(" ", 2);
        server.cadastre("api", words[0], words[1], body).exited(0);
    }

    private static void post(RunningServer server, String path, String body) {
        try {
            String token = Files.readString(server.home().resolve("cli-token")).strip();
            HttpResponse<String> answer = server.post(token, path, JSON, body);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reports(RunningServer server) throws IOException {
        Instant begin = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(SECONDS);
        for (int number = 1; number <= 2; number++) {
            String name = "edge" + number;
            String token =
                    server.cadastre("host", "add", name, "--env", "prod", "--push")
                            .exited(0)
                            .out()
                            .strip();
            for (int minute = 0; minute < 3; minute++) {
                String report =
                        SmallReport.of(
                                        name,
                                        "5eed5eed5eed5eed5eed5eed5eed5ee" + number,
                                        begin.plusSeconds(60L * minute))
                                .installed("openssl", "1.1." + minute, "Debian")
                                .installed("tab\\name", "2", "É. \\N")
                                .fact("number", Integer.toString(minute))
                                .text();
                assertThat(server.push(token, report).statusCode()).isEqualTo(200);
            }
            if (number == 1) {
                moment();
            }
        }
    }

    private void told(RunningServer server) {
        done(
                server,
                "PUT assets/device:router1",
                "{\"title\":\"Router\",\"environment\":\"prod\"}");
        done(
                server,
                "PUT relations",
                """
                {"items":[{"source":"host:edge1","type":"DEPENDS_ON","target":"device:router1"}]}
                """);
        post(
                server,
                "/corrections",
                "{\"kind\":\"RENAME\",\"asset\":\"host:edge2\",\"value\":\"Edge two\"}");
        post(
                server,
                "/deployments",
                "{\"app\":\"shop\",\"version\":\"1.2\",\"environment\":\"prod\",\"hosts\":[\"edge1\"]}");
        done(server, "PUT rules/edges", "{\"q\":\"host:edge1\",\"description\":\"none\"}");
        done(server, "PUT query/saved/mine", "{\"q\":\"env:prod\"}");
        done(server, "PUT teams/network", "{\"email\":\"network@example.com\"}");
    }

    private void monitors(RunningServer server) {
        post(
                server,
                "/monitors",
                """
                {"name":"battery","asset":"device:router1","kind":"PASSIVE","retries":0,
                 "settings":{"freshness":"1d"},"reason":"new"}
                """);
        String id =
                server.cadastre("api", "GET", "monitors?name=battery")
                        .exited(0)
                        .items()
                        .getFirst()
                        .get("id")
                        .asString();
        for (String result :
                List.of(
                        "{\"state\":\"OK\",\"output\":\"97 % | charge=97%;50:;20:\"}",
                        "{\"state\":\"CRITICAL\",\"output\":\"5 % | charge=5%;50:;20:\"}")) {
            post(server, "/monitors/" + id + "/results", result);
        }
        Waiting.until(
                Duration.ofSeconds(30),
                () -> !server.items("incident", "list").isEmpty(),
                () -> "no incident");
        String incident = server.items("incident", "list").getFirst().get("id").asString();
        post(server, "/incidents/" + incident + "/comments", "{\"text\":\"looking\"}");
        String quiet = "{\"asset\":\"host:edge%d\",\"ends\":\"%s\",\"reason\":\"moving\"}";
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(SECONDS).toString();
        post(server, "/downtimes", quiet.formatted(1, tomorrow));
        post(server, "/silences", quiet.formatted(2, tomorrow));
    }

    private void changes(RunningServer server) throws IOException {
        Path change = Files.createDirectories(folder.resolve("change")).resolve("touch.change");
        Files.writeString(
                change,
                """
                [change]
                name = touch

                [step open]
                op = bundle.open
                bundle = touch

                [step say]
                op = command.run
                command = echo said; touch /tmp/touched
                creates = /tmp/touched

                [step close]
                op = bundle.close
                """);
        server.cadastre("run", "start", change.toString(), "--on", "host:app1", "--yes").exited(0);
        Path parcel = parcel();
        server.cadastre("parcel", "add", parcel.toString()).exited(0);
        Path given = Files.writeString(folder.resolve("password"), SECRET);
        server.cadastre(
                        "app",
                        "deploy",
                        "note@qa",
                        "note",
                        "--on",
                        "app1",
                        "--yes",
                        "-p",
                        "password=@" + given)
                .exited(0);
    }

    private Path parcel() throws IOException {
        Path parcel = Files.createDirectories(folder.resolve("note"));
        Files.createDirectories(parcel.resolve("changes"));
        Files.createDirectories(parcel.resolve("docs"));
        Files.writeString(
                parcel.resolve("parcel.ini"),
                """
                [parcel]
                name = note
                version = 1.0.0
                summary = A note
                licence = Apache-2.0
                """);
        Files.writeString(
                parcel.resolve("parameters.schema.json"),
                """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "properties": {"password": {"type": "string", "secret": true,
                  "description": "What opens it"}}, "required": ["password"]}
                """);
        for (String verb : List.of("install", "remove")) {
            Files.writeString(
                    parcel.resolve("changes").resolve(verb + ".change"),
                    """
                    [change]
                    name = note-%s

                    [step open]
                    op = bundle.open
                    bundle = note

                    [step write]
                    op = command.run
                    command = date > /tmp/note
                    creates = /tmp/note

                    [step close]
                    op = bundle.close
                    """
                            .formatted(verb));
        }
        Files.writeString(parcel.resolve("docs/index.md"), "# note\n\nA note.\n");
        return parcel;
    }

    private static void people(RunningServer server) {
        post(
                server,
                "/people",
                "{\"name\":\"ada\",\"grants\":[{\"role\":\"OPERATOR\",\"environment\":\"qa\"}]}");
        server.token("reader", "viewer");
    }

    @Override
    public void close() {
        lab.close();
    }
}
