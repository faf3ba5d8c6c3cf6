package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real apt with a repository of its own is asked over SSH what it offers. */
class UpgradesTest {

    /** Far in the future, so that no release of the distribution is newer. */
    private static final String REPOSITORY =
            """
            mkdir -p /srv/repo && cd /srv/repo
            for one in base-files=99.1 python9.9=9.9.1-1 python9.9-doc=9.9.1-1; do
                printf 'Package: %s\\nVersion: %s\\nArchitecture: all\\nMaintainer: x <x@y.z>\\n' \
                    "${one%=*}" "${one#*=}"
                printf 'Filename: ./x.deb\\nSize: 1\\nSHA256: 00\\nDescription: x\\n\\n'
            done >Packages
            rm -f /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/*_*
            echo 'deb [trusted=yes] file:///srv/repo ./' >/etc/apt/sources.list
            apt-get update
            """;

    @TempDir private static Path folder;

    private static Lab lab;
    private static RunningServer server;
    private static Map<String, LabHost> hosts;

    @BeforeAll
    static void start() {
        lab = Lab.open(folder);
        hosts =
                lab
                        .hosts(
                                List.of(
                                        HostSpec.debian("deb1"),
                                        HostSpec.rpm("rpm1"),
                                        HostSpec.debian("gone1")))
                        .stream()
                        .collect(Collectors.toMap(LabHost::name, Function.identity()));
        EstateText estate = new EstateText(lab.identity()).environment("qa");
        hosts.values().forEach(host -> estate.host(host, "qa"));
        Path file = estate.write(folder.resolve("estate.ini"));
        host("deb1").run(REPOSITORY);
        server = ServerStart.at(folder.resolve("home")).option("--estate=" + file).ready();
        for (String name : List.of("deb1", "rpm1", "gone1")) {
            server.awaitOutcome(name, "COLLECTED");
        }
        host("gone1").stop();
    }

    @AfterAll
    static void end() {
        server.close();
        lab.close();
    }

    private static LabHost host(String name) {
        return Objects.requireNonNull(hosts.get(name), name);
    }

    private static JsonNode answer(String host) {
        return server.cadastre("upgrades", "host:" + host, "-o", "json").items().getFirst();
    }

    @Test
    void tellsWhatAptOffers() {
        String before = host("deb1").run("ls -lR /var/cache/apt /var/lib/apt");
        String installed = host("deb1").run("dpkg-query -W -f '${Version}' base-files");

        JsonNode answer = answer("deb1");

        assertThat(answer.get("state").asString()).isEqualTo("NEWER");
        assertThat(answer.get("listedAt").asString()).isNotBlank();
        assertThat(answer.get("upgrades").valueStream())
                .extracting(upgrade ->
                        "%s %s for %s"
                                .formatted(
                                        upgrade.get("package").asString(),
                                        upgrade.get("version").asString(),
                                        upgrade.path("installed").asString("none")))
                .contains("base-files 99.1 for " + installed)
                .doesNotContain("python9.9-doc 9.9.1-1 for none");
        assertThat(host("deb1").run("ls -lR /var/cache/apt /var/lib/apt")).isEqualTo(before);
    }

    @Test
    void everyHostHasALineWhateverBecameOfIt() {
        Ran ran = server.cadastre("upgrades", "env:qa", "-o", "ndjson");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(
                        ran.out()
                                .lines()
                                .map(line -> JsonMapper.shared().readTree(line))
                                .collect(
                                        Collectors.toMap(
                                                line -> line.get("host").asString(),
                                                line -> line.get("state").asString())))
                .containsEntry("deb1", "NEWER")
                .containsEntry("rpm1", "NO_LISTS")
                .containsEntry("gone1", "UNREACHABLE");
    }
}
