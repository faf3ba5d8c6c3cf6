package dev.cadastre.parcel.registry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** The distribution's docker-registry with a configuration of its own, on a free port. */
final class DockerRegistry implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
    private static final Path SKOPEO = Path.of("/usr/bin/skopeo");
    private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final RegistryHost host;

    private DockerRegistry(Process process, RegistryHost host) {
        this.process = process;
        this.host = host;
    }

    /** One that everybody may use. */
    static DockerRegistry start(Path folder) throws IOException {
        return start(folder, "");
    }

    /** One that wants a name and a password. */
    static DockerRegistry startFor(Path folder, String user, String password) throws IOException {
        String hash = OpenBSDBCrypt.generate(password.toCharArray(), new byte[16], 4);
        Path users = Files.writeString(folder.resolve("htpasswd"), user + ":" + hash + "\n");
        return start(
                folder, "auth: {htpasswd: {realm: registry, path: \"%s\"}}\n".formatted(users));
    }

    private static DockerRegistry start(Path folder, String more) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), "apt-get install docker-registry");
        Path configuration =
                Files.writeString(
                        folder.resolve("config.yml"),
                        """
                        version: 0.1
                        storage: {filesystem: {rootdirectory: "%s"}, delete: {enabled: true}}
                        http: {addr: "127.0.0.1:0", secret: same}
                        """
                                        .formatted(folder.resolve("registry"))
                                + more);
        Process process =
                new ProcessBuilder(PROGRAM.toString(), "serve", configuration.toString())
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
                Thread rest = new Thread(() -> log.lines().forEach(any -> {}), "registry log");
                rest.setDaemon(true);
                rest.start();
                return address.group(1);
            }
        }
        throw new IllegalStateException("docker-registry did not start: " + lines);
    }

    RegistryHost host() {
        return host;
    }

    /** What skopeo prints; it must exit with 0. */
    static String skopeo(String... arguments) throws IOException {
        assumeTrue(Files.isExecutable(SKOPEO), "apt-get install skopeo");
        List<String> line = new ArrayList<>(List.of(SKOPEO.toString(), "--insecure-policy"));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(line + ": " + printed);
        }
        return printed;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
