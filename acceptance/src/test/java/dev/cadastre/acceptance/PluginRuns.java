package dev.cadastre.acceptance;

import dev.cadastre.acceptance.peer.PluginCheck;
import dev.cadastre.acceptance.peer.PluginCheck.Place;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs plug-ins in a shell and by monitors of a server. Safe for use by several threads. */
final class PluginRuns {

    /** The folder that the package monitoring-plugins has its plug-ins in. */
    static final Path FOLDER = Path.of("/usr/lib/nagios/plugins");

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final RunningServer server;
    private final LabHost host;
    private final Path sshConfig;
    private final String token;
    private final AtomicInteger count = new AtomicInteger();

    /** For a server that knows that host, on which plug-ins run, too. */
    PluginRuns(RunningServer server, LabHost host, Path sshConfig) {
        this.server = server;
        this.host = host;
        this.sshConfig = sshConfig;
        this.token = server.token("plugins", "operator");
        server.cadastre("api", "PUT", "/api/v1/assets/device:plugins", "{\"environment\":\"qa\"}")
                .exited(0);
    }

    /** How what a monitor tells differs from what a shell sees, or that from what it should. */
    Optional<String> difference(PluginCheck check) {
        Ran shell = shell(check);
        JsonNode monitor = monitor(check);
        PluginFinding seen = PluginFinding.seen(shell, check.exact());
        PluginFinding told = PluginFinding.told(monitor, check.exact());
        boolean wanted = check.states().contains(Integer.toString(Math.min(shell.exit(), 3)));
        return wanted && seen.equals(told)
                ? Optional.empty()
                : Optional.of(
                        "%s%n  a shell sees %s%n  (%s)%n  told is     %s%n  (%s)"
                                .formatted(check, seen, shell, told, monitor));
    }

    private Ran shell(PluginCheck check) {
        String command = "%s/%s".formatted(FOLDER, check.line());
        return check.place() == Place.HOST ? shellOnHost(command) : shellHere(command);
    }

    private Ran shellOnHost(String command) {
        return Programs.run(
                "ssh", "-F", sshConfig.toString(), host.name(), "LC_ALL=C exec " + command);
    }

    /** A shell of the account that runs plug-ins, which has no environment of its own. */
    private static Ran shellHere(String command) {
        return Programs.run(
                "setpriv",
                "--reuid=nobody",
                "--regid=nogroup",
                "--clear-groups",
                "env",
                "-i",
                "LC_ALL=C",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
                "sh",
                "-c",
                "cd / && exec " + command);
    }

    private JsonNode monitor(PluginCheck check) {
        boolean onHost = check.place() == Place.HOST;
        Map<String, Object> definition =
                Map.of(
                        "name",
                        "plugin-" + count.incrementAndGet(),
                        "asset",
                        onHost ? "host:" + host.name() : "device:plugins",
                        "where",
                        check.place().name(),
                        "kind",
                        "PLUGIN",
                        "command",
                        check.words(),
                        "retries",
                        0,
                        "interval",
                        "1h",
                        "timeout",
                        "50s");
        JsonNode added = posted("/monitors", JsonMapper.shared().writeValueAsString(definition));
        return posted("/monitors/%d/check".formatted(added.get("id").asLong()), "");
    }

    private JsonNode posted(String path, String body) {
        try {
            HttpResponse<String> answer = server.post(token, path, "application/json", body);
            if (answer.statusCode() != OK && answer.statusCode() != CREATED) {
                throw new AssertionError("%s: %s".formatted(path, answer.body()));
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
