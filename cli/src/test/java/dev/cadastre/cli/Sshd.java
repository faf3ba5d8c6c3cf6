package dev.cadastre.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The distribution's sshd on a free port of this machine, which the user of a home reaches by a key
 * of the usual name and knows. What it runs has a home of its own, too.
 */
final class Sshd implements AutoCloseable {

    private static final String SSHD = "/usr/sbin/sshd";

    private final Process process;
    private final Path home;
    private final int port;

    private Sshd(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /** Starts one that keeps what it needs in the folder. */
    static Sshd start(Path folder, Path userHome) throws IOException {
        Path host = Files.createDirectories(folder.resolve("host"));
        Path ssh = Files.createDirectories(userHome.resolve(".ssh"));
        if (!Files.exists(ssh.resolve("id_ed25519"))) {
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", ssh + "/id_ed25519");
        }
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder + "/key");
        int port = freePort();
        Files.createDirectories(Path.of("/run/sshd"));
        Files.write(
                folder.resolve("sshd_config"),
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("key"),
                        "PidFile none",
                        "AuthorizedKeysFile " + ssh.resolve("id_ed25519.pub"),
                        "StrictModes no",
                        "UsePAM no",
                        "PermitRootLogin yes",
                        "PasswordAuthentication no",
                        "MaxStartups 1000",
                        "UseDNS no",
                        "SetEnv HOME=" + host));
        Process process =
                new ProcessBuilder(SSHD, "-D", "-e", "-f", folder + "/sshd_config")
                        .redirectErrorStream(true)
                        .start();
        awaitListening(process.inputReader());
        know(folder, ssh, port);
        return new Sshd(process, host, port);
    }

    private static void know(Path folder, Path ssh, int port) throws IOException {
        String key = Files.readString(folder.resolve("key.pub"), StandardCharsets.UTF_8);
        String known = "[127.0.0.1]:%d %s".formatted(port, key);
        Path file = ssh.resolve("known_hosts");
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + known);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(BufferedReader output) throws IOException {
        List<String> log = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.startsWith("Server listening")) {
            log.add(line);
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("sshd did not start: " + log);
        }
        Thread.ofVirtual().start(() -> output.lines().forEach(log::add));
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] printed = process.getInputStream().readAllBytes();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(
                    List.of(command) + ": " + new String(printed, StandardCharsets.UTF_8));
        }
    }

    /** As {@code --host} names it. */
    String host() {
        return System.getProperty("user.name") + "@127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** What is {@code $HOME} there. */
    Path home() {
        return home;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
