package dev.cadastre.change.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.Identity;
import dev.cadastre.ssh.PinnedHostKeys;
import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The distribution's sshd and sudo with accounts of their own: an /etc over this machine's that
 * nobody else sees. Made by root only; all of it is gone when it is closed.
 */
final class SshHost implements AutoCloseable {

    /** The account to connect as. */
    static final String OPS = "cadastre-ops";

    /** Another one, which is nobody's. */
    static final String APP = "cadastre-app";

    static final String PASSWORD = "it's a $ecret \"%h\\";

    private static final String SETUP =
            """
            set -e
            mkdir "$1/mounts"
            mount -t tmpfs tmpfs "$1/mounts"
            mkdir "$1/mounts/upper" "$1/mounts/work" /run/sshd 2>/dev/null || :
            mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/mounts/upper,workdir=$1/mounts/work" /etc
            mount -t tmpfs -o mode=0711 tmpfs /run/sudo
            useradd -M -d "$1/home" -s "$2" cadastre-ops
            useradd -M -d "$1/app" -s /usr/sbin/nologin cadastre-app
            printf '%s:%s\\n' cadastre-ops "$PASSWORD" | chpasswd
            unset PASSWORD
            mkdir -m 700 "$1/app"
            [ -d "$1/home" ] || mkdir -m 755 "$1/home"
            chown cadastre-ops: "$1/home"
            chown cadastre-app: "$1/app"
            rm -f /etc/sudoers.d/*
            printf '%s\\n' "$3" >/etc/sudoers
            chmod 440 /etc/sudoers
            exec /usr/sbin/sshd -D -e -f "$1/sshd_config"
            """;

    private final Path folder;
    private final HostAddress address;
    private final Process process;
    private final Path key;
    private final SshConnections connections = new SshConnections(new PinnedHostKeys());
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private SshHost(Path folder, HostAddress address, Process process, Path key) {
        this.folder = folder;
        this.address = address;
        this.process = process;
        this.key = key;
    }

    /**
     * Starts one.
     *
     * @param folder for all that is its
     * @param shell of the account
     * @param sudoers what sudo allows it
     */
    static SshHost start(Path folder, String shell, String sudoers) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path key = folder.resolve("key");
        Path hostKey = folder.resolve("host_key");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKey.toString());
        Files.copy(Path.of(key + ".pub"), folder.resolve("authorized_keys"));
        int port = freePort();
        Files.writeString(
                folder.resolve("sshd_config"),
                """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                PidFile none
                AuthorizedKeysFile %s
                StrictModes no
                UsePAM no
                MaxStartups 1000
                MaxSessions 100
                UseDNS no
                """
                        .formatted(port, hostKey, folder.resolve("authorized_keys")));
        ProcessBuilder builder =
                new ProcessBuilder(
                                "unshare",
                                "--mount",
                                "sh",
                                "-c",
                                SETUP,
                                "sh",
                                folder.toString(),
                                shell,
                                sudoers)
                        .redirectErrorStream(true);
        builder.environment().put("PASSWORD", PASSWORD);
        SshHost host =
                new SshHost(folder, new HostAddress("127.0.0.1", port), builder.start(), key);
        host.awaitListening();
        return host;
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as("%s: %s", List.of(command), printed)
                .isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
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
        assertThat(line).as("sshd and sudo, as root with useradd: %s", log).isNotNull();
        Thread collector = new Thread(() -> reader.lines().forEach(log::add), "sshd-log");
        collector.setDaemon(true);
        collector.start();
    }

    Shell shell() {
        return new SshShell(connections, target());
    }

    Target target() {
        return new Target(address, OPS, List.of(new Identity.KeyFile(key)));
    }

    SshConnections connections() {
        return connections;
    }

    Path home() {
        return folder.resolve("home");
    }

    int port() {
        return address.port();
    }

    /** Kills the processes that serve connections; what they have started lives on. */
    void dropConnections() {
        List<ProcessHandle> servers =
                process.descendants()
                        .filter(child -> child.info().command().orElse("").endsWith("sshd"))
                        .toList();
        servers.forEach(ProcessHandle::destroyForcibly);
        servers.stream().map(ProcessHandle::onExit).forEach(exit -> exit.join());
    }

    @Override
    public void close() {
        connections.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
