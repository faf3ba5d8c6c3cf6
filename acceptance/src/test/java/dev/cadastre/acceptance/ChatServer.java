package dev.cadastre.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A prosody of the distribution with the accounts {@code cadastre} and {@code anna} at {@code
 * chat.test}, whose password is {@code s3cret}. Stops when closed.
 */
final class ChatServer implements AutoCloseable {

    static final String PASSWORD = "s3cret";

    private final Path folder;
    private final int port;
    private final Process process;

    private ChatServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one with its files in a folder of its own. */
    static ChatServer start(Path folder) throws IOException {
        int port = Programs.freePort();
        Path accounts = Files.createDirectories(folder.resolve("chat%2etest/accounts"));
        for (String name : List.of("cadastre", "anna")) {
            Files.writeString(
                    accounts.resolve(name + ".dat"),
                    "return { [\"password\"] = \"%s\"; };\n".formatted(PASSWORD));
        }
        Path config =
                Files.writeString(
                        folder.resolve("prosody.cfg.lua"),
                        """
                        run_as_root = true
                        data_path = "%s"
                        interfaces = { "127.0.0.1" }
                        c2s_ports = { %d }
                        c2s_direct_tls_ports = {}
                        s2s_ports = {}
                        http_ports = {}
                        https_ports = {}
                        modules_enabled = { "saslauth"; "disco"; "ping"; "roster"; "offline" }
                        modules_disabled = { "s2s"; "tls" }
                        c2s_require_encryption = false
                        allow_unencrypted_plain_auth = true
                        authentication = "internal_plain"
                        log = { { levels = { min = "info" }; to = "console" } }
                        VirtualHost "chat.test"
                        """
                                .formatted(folder, port));
        return new ChatServer(folder, port, process(config));
    }

    private static Process process(Path config) throws IOException {
        Process started =
                new ProcessBuilder("prosody", "-F", "--config", config.toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader log = started.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Activated service 'c2s'")) {
                Thread.ofPlatform().daemon().start(() -> log.lines().forEach(_ -> {}));
                return started;
            }
        }
        throw new IOException("prosody does not serve: " + said);
    }

    /** Where it listens on the loopback address. */
    int port() {
        return port;
    }

    /** All messages to {@code anna}, who is away, in the file in which they are kept. */
    List<String> messages() throws IOException {
        Path kept = folder.resolve("chat%2etest/offline/anna.list");
        return Files.exists(kept)
                ? Stream.of(Files.readString(kept).split("(?m)^item\\("))
                        .filter(text -> !text.isBlank())
                        .toList()
                : List.of();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
