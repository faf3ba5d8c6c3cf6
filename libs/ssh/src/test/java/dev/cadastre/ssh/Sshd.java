package dev.cadastre.ssh;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The distribution's sshd with keys and configuration of its own, on a free port. */
final class Sshd implements AutoCloseable {
    private final Path folder;
    private final HostAddress address;
    private final Process process;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private Sshd(Path folder, HostAddress address, Process process) {
        this.folder = folder;
        this.address = address;
        this.process = process;
    }

    /** What an sshd is to be like. */
    static final class Setup {
        private final Path folder;
        private final List<String> lines = new ArrayList<>();
        private String listen = "127.0.0.1";
        private int port;

        private Setup(Path folder) {
            this.folder = folder;
        }

        /** One more line of configuration. */
        Setup with(String line) {
            lines.add(line);
            return this;
        }

        Setup listeningOn(String literal) {
            listen = literal;
            return this;
        }

        Setup onPort(int port) {
            this.port = port;
            return this;
        }

        /** With a new host key of this type; without any, it gets an ed25519 one. */
        Setup withHostKey(String type) throws IOException {
            return with("HostKey " + Tool.newKey(folder, type));
        }

        Sshd start() throws IOException {
            if (lines.stream().noneMatch(line -> line.startsWith("HostKey "))) {
                withHostKey("ed25519");
            }
            int chosen = port == 0 ? freePort(listen) : port;
            Files.createDirectories(Path.of("/run/sshd"));
            Path configuration = folder.resolve("sshd_config_" + chosen);
            Files.write(configuration, configuration(chosen));
            Process process =
                    new ProcessBuilder(
                                    Tool.required(Tool.SSHD),
                                    "-D",
                                    "-e",
                                    "-f",
                                    configuration.toString())
                            .redirectErrorStream(true)
                            .start();
            Sshd sshd = new Sshd(folder, new HostAddress(listen, chosen), process);
            sshd.awaitListening();
            return sshd;
        }

        private List<String> configuration(int port) {
            List<String> all = new ArrayList<>(lines);
            all.add("Port " + port);
            all.add("ListenAddress " + listen);
            all.add("PidFile none");
            all.add("AuthorizedKeysFile " + folder.resolve("authorized_keys"));
            all.add("StrictModes no");
            all.add("UsePAM no");
            all.add("PermitRootLogin yes");
            all.add("PasswordAuthentication no");
            all.add("KbdInteractiveAuthentication no");
            all.add("MaxStartups 1000");
            all.add("UseDNS no");
            // Start-up files of whoever runs the tests are none of theirs.
            all.add("SetEnv HOME=" + folder);
            return all;
        }
    }

    static Setup in(Path folder) {
        return new Setup(folder);
    }

    private static int freePort(String listen) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(listen))) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws IOException {
        BufferedReader reader = process.inputReader();
        String line = reader.readLine();
        while (line != null && !line.startsWith("Server listening")) {
            log.add(line);
            line = reader.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("sshd did not start: " + log);
        }
        Thread collector = new Thread(() -> reader.lines().forEach(log::add), "sshd-log");
        collector.setDaemon(true);
        collector.start();
    }

    HostAddress address() {
        return address;
    }

    /** The user that the tests log in as: the one who runs them. */
    static String user() {
        return System.getProperty("user.name");
    }

    /** Lets the owner of a key in, with options in front such as {@code from="…"}. */
    void authorize(Path keyFile) throws IOException {
        Files.writeString(
                folder.resolve("authorized_keys"),
                Tool.publicKey(keyFile) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** This sshd as a target that a key file opens. */
    Target target(Path keyFile) {
        return new Target(address, user(), List.of(new Identity.KeyFile(keyFile)));
    }

    /** Kills the processes that serve connections, and leaves the listening one alone. */
    void dropConnections() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.descendants().map(ProcessHandle::onExit).forEach(exit -> exit.join());
    }

    /** What it has logged so far. */
    List<String> log() {
        return List.copyOf(log);
    }

    Optional<ProcessHandle> connection() {
        return process.children().findAny();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
