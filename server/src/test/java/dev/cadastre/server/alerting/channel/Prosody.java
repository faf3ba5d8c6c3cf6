package dev.cadastre.server.alerting.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The distribution's XMPP server, with accounts for tests. */
final class Prosody implements AutoCloseable {

    static final String PASSWORD = "s3cret";
    static final Prosody NONE =
            new Prosody(Path.of(""), 0, new TestIdentity(Path.of(""), Path.of(""), Path.of("")));

    private final Path folder;
    private final int port;
    private final TestIdentity identity;
    private @Nullable Process process;

    private Prosody(Path folder, int port, TestIdentity identity) {
        this.folder = folder;
        this.port = port;
        this.identity = identity;
    }

    static Prosody in(Path folder) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Prosody prosody = new Prosody(folder, free.getLocalPort(), TestIdentity.in(folder));
            prosody.configure();
            return prosody;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure() throws IOException {
        Path accounts = Files.createDirectories(folder.resolve("data/chat%2etest/accounts"));
        for (String name : List.of("cadastre", "anna")) {
            Files.writeString(
                    accounts.resolve(name + ".dat"),
                    "return { [\"password\"] = \"%s\"; };\n".formatted(PASSWORD));
        }
        Files.writeString(
                folder.resolve("prosody.cfg.lua"),
                """
                run_as_root = true
                data_path = "%1$s/data"
                plugin_paths = {}
                interfaces = { "127.0.0.1" }
                c2s_ports = { %2$d }
                c2s_direct_tls_ports = {}
                s2s_ports = {}
                http_ports = {}
                https_ports = {}
                modules_enabled = { "saslauth"; "tls"; "disco"; "ping"; "roster" }
                modules_disabled = { "s2s"; "s2s_auth_certs" }
                c2s_require_encryption = true
                authentication = "internal_plain"
                log = { { levels = { min = "info" }; to = "console" } }
                ssl = { key = "%3$s"; certificate = "%4$s" }
                VirtualHost "chat.test"
                  ssl = { key = "%3$s"; certificate = "%4$s" }
                Component "rooms.chat.test" "muc"
                """
                        .formatted(folder, port, identity.key(), identity.certificate()));
    }

    /** Returns when it serves. */
    void start() {
        try {
            Process started =
                    new ProcessBuilder(
                                    "prosody",
                                    "-F",
                                    "--config",
                                    folder.resolve("prosody.cfg.lua").toString())
                            .redirectErrorStream(true)
                            .start();
            process = started;
            BufferedReader log =
                    new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8));
            StringBuilder said = new StringBuilder();
            for (String line = log.readLine(); ; line = log.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("prosody does not serve: " + said);
                }
                said.append(line).append('\n');
                if (said.indexOf("Activated service 'c2s'") >= 0
                        && said.indexOf("rooms.chat.test:tls") >= 0) {
                    break;
                }
            }
            Thread.ofVirtual().start(() -> log.lines().forEach(_ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    TestIdentity identity() {
        return identity;
    }

    /** Ends it as a crash does. */
    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }
}
