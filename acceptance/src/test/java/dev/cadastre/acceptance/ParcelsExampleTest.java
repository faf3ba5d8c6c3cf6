package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The example of parcels, with {@code -Dcadastre.soak=true}: a load balancer before a site on two
 * hosts and its database, out of a mirror that a plain web server has, with nothing typed but
 * names; then a day with it.
 */
@EnabledIfSystemProperty(named = "cadastre.soak", matches = "true")
class ParcelsExampleTest {

    private static final Path PARCELS = Programs.CHECKOUT.resolve("parcels");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> NAMES = List.of("postgresql", "guestbook", "haproxy");

    @TempDir private Path folder;

    @Test
    void livesADay() throws Exception {
        try (Lab lab = Lab.open(folder)) {
            List<LabHost> hosts =
                    lab.hosts(
                            List.of(
                                    HostSpec.debian("lb1").role(Role.LOAD_BALANCER),
                                    HostSpec.debian("web1").role(Role.DJANGO),
                                    HostSpec.debian("web2").role(Role.DJANGO),
                                    HostSpec.debian("db1").role(Role.DATABASE)));
            EstateText estate =
                    new EstateText("root", lab.identity())
                            .lines("\n[team shop]\nemail = shop@example.test\n")
                            .environment("qa")
                            .lines("owner = shop\n");
            hosts.forEach(host -> estate.host(host, "qa"));
            try (RunningServer server =
                    ServerStart.at(folder.resolve("home"))
                            .option("--estate=" + estate.write(folder.resolve("estate.ini")))
                            .ready()) {
                hosts.forEach(host -> server.awaitOutcome(host.name(), "COLLECTED"));
                HttpServer mirror = mirror(server);
                try {
                    day(server, hosts, "http://127.0.0.1:" + mirror.getAddress().getPort());
                } finally {
                    mirror.stop(0);
                }
            }
        }
    }

    /** What there is in the repository, as a folder that any web server can give. */
    private HttpServer mirror(RunningServer server) {
        Path repository = folder.resolve("repository");
        Path mirror = folder.resolve("mirror");
        for (String name : NAMES) {
            String file = folder.resolve(name + ".parcel").toString();
            server.cadastre("parcel", "build", PARCELS.resolve(name).toString(), "--to", file)
                    .exited(0);
            server.cadastre("parcel", "push", file, "--to", repository.toString()).exited(0);
        }
        server.cadastre("parcel", "mirror", repository.toString(), mirror.toString()).exited(0);
        HttpServer http =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        mirror.toAbsolutePath(),
                        SimpleFileServer.OutputLevel.NONE);
        http.start();
        return http;
    }

    private void day(RunningServer server, List<LabHost> hosts, String mirror) {
        LabHost balancer = hosts.getFirst();
        app(server, "deploy", "db@qa", "postgresql", "--from", mirror, "--on", "db1");
        app(server, "deploy", "site@qa", "guestbook", "--from", mirror, "--on", "web1,web2");
        app(server, "deploy", "front@qa", "haproxy", "--from", mirror, "--on", "lb1");

        assertThat(page(balancer)).contains("<h1>Guestbook</h1>");
        assertThat(server.cadastre("map", "app:front@qa").exited(0).out()).contains("app:site@qa");
        assertThat(server.cadastre("map", "app:site@qa").exited(0).out()).contains("app:db@qa");
        assertThat(server.cadastre("asset", "app:front@qa").exited(0).out()).contains("shop");
        awaitAllWell(server);
        server.cadastre("drift", "qa").exited(0);

        app(server, "configure", "site@qa", "http.port=8001");
        app(server, "configure", "front@qa");
        assertThat(page(balancer)).contains("<h1>Guestbook</h1>");

        LabHost database = hosts.getLast();
        // Its supervisor would start it again.
        database.run("pkill -KILL -f '[d]aemons/db/supervisor'; pkill -KILL -u postgres");
        // The site may be seen to fail before its database is.
        Waiting.until(
                PATIENCE,
                () ->
                        incidents(server).stream()
                                .anyMatch(one -> one.get("cause").asString().contains("db@")),
                () ->
                        incidents(server)
                                + server.cadastre("monitor", "list").out()
                                + server.cadastre("map", "app:site@qa").out());
        assertThat(server.cadastre("drift", "db@qa").exited(1).out()).contains("daemon", "db1");
        app(server, "deploy", "db@qa", "postgresql");
        awaitAllWell(server);

        app(server, "undo", "front@qa");
        app(server, "undo", "site@qa");
        assertThat(page(balancer)).contains("<h1>Guestbook</h1>");
    }

    private static void app(RunningServer server, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "app";
        System.arraycopy(words, 0, all, 1, words.length);
        all[all.length - 1] = "--yes";
        server.cadastre(all).exited(0);
    }

    private static List<JsonNode> incidents(RunningServer server) {
        return server.items("incident", "list").stream()
                .filter(one -> !one.get("state").asString().equals("RESOLVED"))
                .toList();
    }

    private static void awaitAllWell(RunningServer server) {
        Waiting.until(
                PATIENCE,
                () -> {
                    List<JsonNode> all = server.items("monitor", "list");
                    return all.size() >= 4
                            && all.stream()
                                    .allMatch(one -> one.get("state").asString().equals("OK"));
                },
                () -> server.cadastre("monitor", "list").out());
    }

    /** What the load balancer shows; a host that was restarted a moment ago may not serve yet. */
    private static String page(LabHost balancer) {
        AtomicReference<String> shown = new AtomicReference<>("");
        Waiting.until(
                Duration.ofSeconds(30),
                () -> {
                    shown.set(answer(balancer));
                    return shown.get().contains("<h1>Guestbook</h1>");
                },
                () -> "the load balancer shows " + shown.get());
        return shown.get();
    }

    private static String answer(LabHost balancer) {
        URI uri = URI.create("http://%s/".formatted(balancer.address()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
