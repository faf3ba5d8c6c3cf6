package dev.cadastre.acceptance;

import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/** The server that a package brought onto a host, which its init script supervises. */
final class InstalledServer {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LabHost host;

    InstalledServer(LabHost host) {
        this.host = host;
    }

    /** What a command that must succeed prints there, as root types it. */
    String run(String shell) {
        return host.run("export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C; " + shell);
    }

    /** The end and the words of a command that may fail. */
    String tried(String shell) {
        return run("status=0; { " + shell + "; } 2>&1 || status=$?; echo \"ended with $status\"");
    }

    void awaitInventory() {
        Waiting.until(
                PATIENCE,
                () -> run("cadastre hosts -o json").contains("COLLECTED"),
                () -> run("cadastre hosts -o json; tail -n 50 /var/log/cadastre/server.log"));
    }

    /** Signs the first person in from elsewhere, and returns the page that they come to. */
    String firstPage() {
        int port = Programs.freePort();
        try {
            Process tunnel = new ProcessBuilder(tunnel(port)).start();
            try (Visitor visitor =
                    new Visitor("http://localhost:" + port, HttpClient.newBuilder())) {
                Waiting.until(
                        PATIENCE, () -> answers(visitor), () -> "no tunnel to " + host.name());
                visitor.signIn(run("cadastre login --link"));
                return visitor.get("/hosts").body();
            } finally {
                tunnel.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(Visitor visitor) {
        try {
            return visitor.get("/healthz").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private List<String> tunnel(int port) {
        return List.of(
                "ssh",
                "-i",
                host.identity().toString(),
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-N",
                "-L",
                port + ":localhost:7780",
                "root@" + host.address());
    }
}
