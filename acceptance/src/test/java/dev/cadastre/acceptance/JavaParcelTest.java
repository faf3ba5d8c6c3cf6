package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import dev.cadastre.lab.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the parcel {@code java} gives whoever builds on it: a jar, and no change of its own. */
class JavaParcelTest {

    private static final String GREETER =
            """
            import com.sun.net.httpserver.HttpServer;
            import java.io.FileReader;
            import java.net.InetSocketAddress;
            import java.util.Properties;

            public class Greeter {
                public static void main(String... words) throws Exception {
                    Properties settings = new Properties();
                    try (FileReader file = new FileReader(System.getProperty("application.properties"))) {
                        settings.load(file);
                    }
                    byte[] page = (settings.getProperty("greeting") + ", " + words[0]).getBytes();
                    int port = Integer.parseInt(settings.getProperty("port"));
                    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
                    server.createContext("/", exchange -> {
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                        exchange.close();
                    });
                    server.start();
                }
            }
            """;

    @TempDir private Path folder;

    @Test
    void aJarIsDeployedConfiguredAndTakenAway() throws IOException {
        Path parcel = parcel();
        try (Lab lab = Lab.open(folder)) {
            LabHost host = lab.host(HostSpec.debian("web1").role(Role.JAVA));
            EstateText estate =
                    new EstateText("root", lab.identity())
                            .environment("qa")
                            // Hosts of the laboratory have this one and can fetch no other.
                            .lines("greeter.java.package = openjdk-17-jre-headless\n")
                            .host(host, "qa");
            try (RunningServer server =
                    ServerStart.at(folder.resolve("home"))
                            .option("--estate=" + estate.write(folder.resolve("estate.ini")))
                            .ready()) {
                server.awaitOutcome("web1", "COLLECTED");
                live(server, host, parcel);
            }
        }
    }

    private void live(RunningServer server, LabHost host, Path parcel) {
        String base = base(server);
        app(server, "deploy", "greeter@qa", parcel.toString(), "--base", base, "--on", "web1");
        assertThat(page(host)).isEqualTo("Good day, world");
        server.cadastre("drift", "qa").exited(0);

        app(server, "configure", "greeter@qa", "greeting=Hello", "arguments=you");
        assertThat(page(host)).isEqualTo("Hello, you");

        app(server, "remove", "greeter@qa", "--purge");
        assertThat(
                        host.run(
                                "ls -d /opt/greeter /etc/greeter /var/lib/greeter"
                                        + " /var/lib/cadastre/daemons/greeter 2>/dev/null || :"))
                .isEmpty();
    }

    private String base(RunningServer server) {
        String file = folder.resolve("java.parcel").toString();
        String repository = folder.resolve("repository").toString();
        String java = Programs.CHECKOUT.resolve("parcels/java").toString();
        server.cadastre("parcel", "build", java, "--to", file).exited(0);
        server.cadastre("parcel", "push", file, "--to", repository).exited(0);
        return repository;
    }

    private static void app(RunningServer server, String verb, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "app";
        all[1] = verb;
        System.arraycopy(words, 0, all, 2, words.length);
        all[all.length - 1] = "--yes";
        server.cadastre(all).exited(0);
    }

    /** Its test ends with a process that goes on, which may not listen yet. */
    private static String page(LabHost host) {
        return host.run("curl -sf --retry 20 --retry-delay 1 --retry-connrefused localhost:8085/");
    }

    private Path parcel() throws IOException {
        Path parcel = folder.resolve("greeter");
        write(
                parcel.resolve("parcel.ini"),
                """
                [parcel]
                name = greeter
                version = 1.0.0
                summary = Greets by HTTP
                licence = Apache-2.0
                base = java >= 17
                provides = http

                [provide http]
                port = ${port}

                [needs]
                ports = ${port}
                """);
        write(
                parcel.resolve("parameters.schema.json"),
                """
                {"type": "object",
                 "properties": {
                  "port": {"type": "integer", "default": 8085},
                  "greeting": {"type": "string", "default": "Good day"},
                  "arguments": {"type": "array", "items": {"type": "string"}, "default": ["world"]}}}
                """);
        write(
                parcel.resolve("templates/application.properties.mustache"),
                "port={{port}}\ngreeting={{greeting}}\n");
        write(parcel.resolve("docs/index.md"), "# Greeter\n");
        jar(Files.createDirectories(parcel.resolve("files/application")));
        return parcel;
    }

    private void jar(Path into) throws IOException {
        Path source = folder.resolve("Greeter.java");
        Path classes = folder.resolve("classes");
        write(source, GREETER);
        run("javac", "--release", "17", "-d", classes.toString(), source.toString());
        String jar = into.resolve("application.jar").toString();
        run("jar", "-c", "-f", jar, "-e", "Greeter", "-C", classes.toString(), ".");
    }

    private static void run(String tool, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = Path.of(System.getProperty("java.home"), "bin", tool).toString();
        System.arraycopy(words, 0, all, 1, words.length);
        Programs.run(all).exited(0);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
