package dev.cadastre.bench;

import dev.cadastre.parcel.registry.RegistryHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution's registry on a free port of this machine, with nothing in it. */
final class DockerRegistry implements AutoCloseable {

    static final String PROGRAM = "docker-registry";

    private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final RegistryHost host;

    private DockerRegistry(Process process, RegistryHost host) {
        this.process = process;
        this.host = host;
    }

    /** Starts one that keeps what it gets below an empty folder, and waits until it listens. */
    static DockerRegistry start(Path folder) throws IOException {
        String configuration =
                """
                version: 0.1
                storage: {filesystem: {rootdirectory: "%s"}}
                http: {addr: "127.0.0.1:0", secret: same}
                """
                        .formatted(folder.resolve("registry"));
        Path file = Files.writeString(folder.resolve("config.yml"), configuration);
        Process process =
                new ProcessBuilder(PROGRAM, "serve", file.toString())
                        .redirectErrorStream(true)
                        .start();
        return new DockerRegistry(process, new RegistryHost(listening(process)));
    }

    private static String listening(Process process) throws IOException {
        BufferedReader log = process.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            lines.add(line);
            Matcher address = LISTENING.matcher(line);
            if (address.find()) {
                Thread.ofVirtual().start(() -> log.lines().forEach(any -> {}));
                return address.group(1);
            }
        }
        throw new IOException("docker-registry did not start: " + lines);
    }

    RegistryHost host() {
        return host;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
