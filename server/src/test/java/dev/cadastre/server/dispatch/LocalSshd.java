package dev.cadastre.server.dispatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The distribution's sshd on a port of this machine, which lets in whoever runs the tests. */
public final class LocalSshd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    private static final String ADDRESS = "127.0.0.1";

    private final Path folder;
    private final int port;
    private Process process;
    private List<String> log = List.of();

    private LocalSshd(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        newKey("id");
        newKey("host");
        this.process = started();
    }

    /** Starts one that keeps its files in an empty folder. */
    public static LocalSshd in(Path folder) throws IOException {
        return new LocalSshd(folder, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void newKey(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Process keygen =
                new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file + "")
                        .inheritIO()
                        .start();
        if (awaitEnd(keygen) != 0) {
            throw new IllegalStateException("ssh-keygen made no " + file);
        }
    }

    private Process started() throws IOException {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(
                    PROGRAM + " is missing: apt-get install openssh-server");
        }
        Files.createDirectories(Path.of("/run/sshd"));
        Path configuration =
                Files.writeString(
                        folder.resolve("sshd_config"),
                        """
                        Port %d
                        ListenAddress %s
                        PidFile none
                        HostKey %s
                        AuthorizedKeysFile %s
                        StrictModes no
                        UsePAM no
                        PermitRootLogin yes
                        PasswordAuthentication no
                        KbdInteractiveAuthentication no
                        MaxStartups 1000
                        UseDNS no
                        # Start-up files of whoever runs the tests are none of theirs.
                        SetEnv HOME=%s
                        """
                                .formatted(
                                        port,
                                        ADDRESS,
                                        folder.resolve("host"),
                                        folder.resolve("id.pub"),
                                        folder));
        Process started =
                new ProcessBuilder(PROGRAM + "", "-D", "-e", "-f", configuration + "")
                        .redirectErrorStream(true)
                        .start();
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        log = lines;
        BufferedReader reader = started.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        while (line != null && !line.startsWith("Server listening")) {
            lines.add(line);
            line = reader.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("sshd did not start: " + lines);
        }
        Thread.ofPlatform()
                .daemon()
                .name("sshd-log")
                .start(() -> reader.lines().forEach(lines::add));
        return started;
    }

    /** What the estate says of a host that it serves. */
    public Map<String, String> settings() {
        return Map.of(
                "address",
                ADDRESS,
                "ssh.port",
                String.valueOf(port),
                "ssh.user",
                Objects.requireNonNull(System.getProperty("user.name")),
                "ssh.identity",
                folder.resolve("id").toString());
    }

    /** Its host key as the type and the text that OpenSSH writes. */
    public List<String> hostKey() throws IOException {
        String[] words = Files.readString(folder.resolve("host.pub")).split(" ", 3);
        return List.of(words[0], words[1]);
    }

    /** How often somebody was let in since it was started. */
    public long signIns() {
        return List.copyOf(log).stream()
                .filter(line -> line.contains("Accepted publickey"))
                .count();
    }

    /** Ends it with all that it serves; its port refuses connections then. */
    public void stop() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd(process);
    }

    private static int awaitEnd(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Starts it again. */
    public void start() {
        try {
            process = started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again with another host key. */
    public void rotateHostKey() {
        stop();
        try {
            newKey("host");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    @Override
    public void close() {
        stop();
    }
}
