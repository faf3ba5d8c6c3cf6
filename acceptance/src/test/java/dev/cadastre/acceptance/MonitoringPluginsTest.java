package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The distribution's plug-ins against real servers: what a monitor tells is what a shell sees. */
class MonitoringPluginsTest {

    private static final Path PLUGINS = Path.of("/usr/lib/nagios/plugins");
    private static final List<String> STATES = List.of("OK", "WARNING", "CRITICAL", "UNKNOWN");

    /** Performance data as the guidelines write it, without what a value happens to be now. */
    private static final Pattern METRIC =
            Pattern.compile(
                    "(?<label>'[^']+'|[^\\s='|]+)=(?<value>-?[\\d.]+|U)(?<unit>[^\\s\\d;.]*)"
                            + "(?:;(?<warn>[^;\\s]*))?(?:;(?<crit>[^;\\s]*))?"
                            + "(?:;(?<min>[^;\\s]*))?(?:;(?<max>[^;\\s]*))?");

    @TempDir private static Path folder;

    private static DistributionPostgres postgres;
    private static Lab lab;
    private static LabHost host;
    private static RunningServer server;

    @BeforeAll
    static void startServers() throws IOException {
        postgres = DistributionPostgres.start(folder);
        lab = Lab.open(Files.createDirectory(folder.resolve("lab")));
        host = lab.host(HostSpec.debian("plug1"));
        // Otherwise negate and urlize would be among them.
        server =
                ServerStart.at(folder.resolve("home"))
                        .property("cadastre.monitoring.refused-plugins", "check_by_ssh")
                        .ready();
    }

    @AfterAll
    static void stopServers() {
        server.close();
        lab.close();
        postgres.close();
    }

    /** Each with the state that the shell has to see, so that no plug-in can fail unnoticed. */
    private static List<Map.Entry<Integer, List<String>>> commands() {
        String web = Integer.toString(URI.create(server.url()).getPort());
        String database = Integer.toString(postgres.port());
        String ssh = Integer.toString(host.port());
        return Stream.of(
                        "0 check_dummy 0 fine",
                        "1 check_dummy 1 warm",
                        "2 check_dummy 2 hot",
                        "3 check_dummy 3 dark",
                        "0 check_disk -w 1% -c 0% -p /",
                        "2 check_disk -w 100% -c 100% -p /",
                        "0 check_load -w 1000,1000,1000 -c 2000,2000,2000",
                        "2 check_load -w 0,0,0 -c 0,0,0",
                        "0 check_procs -w 1:100000 -c 1:100000",
                        "1 check_procs -w 0:0 -c 0:100000",
                        "0 check_procs -w 1: -C java",
                        "0 check_users -w 1000 -c 2000",
                        "0 check_file_age -w 999999999 -c 999999999 -f /etc/passwd",
                        "2 check_file_age -w 1 -c 2 -f /etc/passwd",
                        "2 check_file_age -f /no/such/file",
                        "0 check_cluster -s -l pool -d 0,0,1 -w 1 -c 2",
                        "2 check_cluster -s -l pool -d 2,2,2 -w 0 -c 1",
                        "0 check_ping -H 127.0.0.1 -w 500,50% -c 900,90% -p 1",
                        "0 check_tcp -H 127.0.0.1 -p " + web,
                        "2 check_tcp -H 127.0.0.1 -p 1",
                        "0 check_http -I 127.0.0.1 -H localhost -u /healthz -p " + web,
                        "2 check_http -I 127.0.0.1 -H localhost -u /healthz -s nowhere -p " + web,
                        "1 check_http -I 127.0.0.1 -H localhost -u /api/v1/hosts -p " + web,
                        "0 check_curl -I 127.0.0.1 -H localhost -u /healthz -p " + web,
                        "0 check_ssh -H %s -p %s".formatted(host.address(), ssh),
                        "2 check_ssh -H 127.0.0.1 -p " + web,
                        "0 check_pgsql -H 127.0.0.1 -l cadastre -d postgres -P " + database,
                        "2 check_pgsql -H 127.0.0.1 -l cadastre -d postgres -P 1",
                        "0 check_pgsql -H 127.0.0.1 -l cadastre -d postgres -q select+7 -W 8 -P "
                                + database,
                        "2 check_smtp -H 127.0.0.1 -t 5 -p 1",
                        "0 negate -c OK %s/check_dummy 2 turned".formatted(PLUGINS),
                        "0 urlize http://localhost %s/check_dummy 0 linked".formatted(PLUGINS),
                        "3 check_disk --no-such-option")
                .map(MonitoringPluginsTest::entry)
                .toList();
    }

    private static Map.Entry<Integer, List<String>> entry(String line) {
        List<String> words =
                Stream.of(line.split(" ")).map(word -> word.replace('+', ' ')).toList();
        return Map.entry(Integer.valueOf(words.getFirst()), words.subList(1, words.size()));
    }

    @Test
    void tellsOfEachPluginWhatAShellSees() {
        server.cadastre("api", "PUT", "/api/v1/assets/device:plugins", "{\"environment\":\"qa\"}")
                .exited(0);
        List<String> differences = new ArrayList<>();
        int number = 0;
        for (Map.Entry<Integer, List<String>> one : commands()) {
            Ran shell = inShell(one.getValue());
            JsonNode monitor = checked("plugin-" + number++, one.getValue());
            String seen = "%s %s".formatted(STATES.get(shell.exit()), metrics(shell.out()));
            String told = "%s %s".formatted(monitor.get("state").asString(), metrics(monitor));
            if (!seen.equals(told) || shell.exit() != one.getKey()) {
                differences.add(
                        "%s: wanted %s, a shell sees %s (%s), told is %s (%s)"
                                .formatted(
                                        one.getValue(),
                                        STATES.get(one.getKey()),
                                        seen,
                                        shell.out().strip(),
                                        told,
                                        monitor.get("output")));
            }
        }

        assertThat(differences).isEmpty();
    }

    /** As a shell of the account that runs plug-ins, which has no environment of its own. */
    private static Ran inShell(List<String> command) {
        StringBuilder line = new StringBuilder("exec " + PLUGINS + "/");
        command.forEach(word -> line.append("'").append(word).append("' "));
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
                line.toString().replace(PLUGINS + "/'", "'" + PLUGINS + "/"));
    }

    private static JsonNode checked(String name, List<String> command) {
        String monitor =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "name",
                                        name,
                                        "asset",
                                        "device:plugins",
                                        "kind",
                                        "PLUGIN",
                                        "command",
                                        command,
                                        "retries",
                                        0,
                                        "interval",
                                        "1h"));
        long id =
                server.cadastre("api", "POST", "/api/v1/monitors", monitor)
                        .exited(0)
                        .json()
                        .get("id")
                        .asLong();
        return server.cadastre("api", "POST", "/api/v1/monitors/%d/check".formatted(id))
                .exited(0)
                .json();
    }

    private static List<String> metrics(String output) {
        List<String> found = new ArrayList<>();
        int bar = output.indexOf('|');
        Matcher metric = METRIC.matcher(bar < 0 ? "" : output.substring(bar + 1));
        while (metric.find()) {
            found.add(
                    shown(
                            metric.group("label").replace("'", ""),
                            metric.group("unit"),
                            metric.group("warn"),
                            metric.group("crit"),
                            number(metric.group("min")),
                            number(metric.group("max"))));
        }
        return found;
    }

    private static List<String> metrics(JsonNode monitor) {
        return monitor.get("metrics")
                .valueStream()
                .map(metric ->
                        shown(
                                metric.get("label").asString(),
                                metric.path("unit").asString(""),
                                metric.path("warning").asString(""),
                                metric.path("critical").asString(""),
                                number(metric.path("min").asString("")),
                                number(metric.path("max").asString(""))))
                .toList();
    }

    private static String number(String text) {
        return text == null || text.isEmpty() ? "" : Double.valueOf(text).toString();
    }

    private static String shown(
            String label, String unit, String warn, String crit, String min, String max) {
        return String.join(
                ";", label, unit, Objects.toString(warn, ""), Objects.toString(crit, ""), min, max);
    }
}
