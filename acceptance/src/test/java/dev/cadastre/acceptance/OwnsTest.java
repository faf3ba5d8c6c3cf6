package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.Conduct;
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

/** Real hosts of three package managers are asked over SSH which package a file belongs to. */
class OwnsTest {

    private static final String HOSTILE = "/srv/it's $(touch canary)\n`touch canary`; *";

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
                                        HostSpec.busybox("apk1"),
                                        HostSpec.debian("gone1"),
                                        HostSpec.debian("mad1").conduct(Conduct.ENDLESS_GARBAGE)))
                        .stream()
                        .collect(Collectors.toMap(LabHost::name, Function.identity()));
        EstateText estate = new EstateText(lab.identity()).environment("qa");
        hosts.values().forEach(host -> estate.host(host, "qa"));
        Path file = estate.write(folder.resolve("estate.ini"));
        host("gone1").stop();
        host("deb1").writeFile(HOSTILE, "x");
        host("apk1").writeFile("/usr/share/busybox/busybox.conf", "x");
        host("rpm1")
                .run(
                        """
                        cd "$(mktemp -d)" && mkdir -p /opt/shop && echo x >/opt/shop/run
                        printf '%s\\n' 'Name: shop' 'Epoch: 2' 'Version: 1.0' 'Release: 3' \
                            'Summary: x' 'License: x' 'BuildArch: noarch' 'Vendor: Shop GmbH' \
                            '%description' x '%install' 'mkdir -p %{buildroot}/opt/shop' \
                            'echo x >%{buildroot}/opt/shop/run' '%files' /opt/shop/run >shop.spec
                        rpmbuild -bb --quiet --define "_topdir $PWD" shop.spec
                        rpm -i --nodeps --force RPMS/noarch/*.rpm
                        ln -s /opt/shop/run /usr/local/bin/shop
                        """);
        server = ServerStart.at(folder.resolve("home")).option("--estate=" + file).ready();
        server.awaitOutcome("deb1", "COLLECTED");
    }

    @AfterAll
    static void end() {
        server.close();
        lab.close();
    }

    private static LabHost host(String name) {
        return Objects.requireNonNull(hosts.get(name), name);
    }

    private static JsonNode answer(String host, String file) {
        Ran ran = server.cadastre("owns", file, "host:" + host, "-o", "json");
        return ran.items().getFirst();
    }

    private static List<String> owners(JsonNode answer) {
        return answer.get("packages")
                .valueStream()
                .map(each ->
                        "%s %s %s"
                                .formatted(
                                        each.at("/package/name").asString(),
                                        each.at("/package/version").asString(),
                                        each.get("file").asString()))
                .toList();
    }

    @Test
    void dpkgAnswersUnderBothNamesOfAMergedUsr() {
        String version = host("deb1").run("dpkg-query -W -f '${Version}' coreutils");

        assertThat(owners(answer("deb1", "/usr/bin/cat")))
                .containsExactly("coreutils " + version + " /bin/cat");
        assertThat(owners(answer("deb1", "/bin/cat")))
                .containsExactly("coreutils " + version + " /bin/cat");
    }

    @Test
    void linksAreFollowed() {
        JsonNode awk = answer("deb1", "/usr/bin/awk");

        assertThat(awk.get("target").asString()).isEqualTo("/usr/bin/mawk");
        assertThat(owners(awk)).singleElement().asString().startsWith("mawk ");
        assertThat(owners(answer("rpm1", "/usr/local/bin/shop")))
                .containsExactly("shop 2:1.0-3 /opt/shop/run");
    }

    @Test
    void rpmAndApkAnswer() {
        JsonNode shop = answer("rpm1", "/opt/shop/run");

        assertThat(owners(shop)).containsExactly("shop 2:1.0-3 /opt/shop/run");
        assertThat(shop.at("/packages/0/package/vendor").asString()).isEqualTo("Shop GmbH");
        assertThat(owners(answer("apk1", "/usr/share/busybox/busybox.conf")))
                .containsExactly("busybox 1.36.1-r29 /usr/share/busybox/busybox.conf");
    }

    @Test
    void filesOfNobodyAndFilesThatAreNotThereAreTold() {
        assertThat(answer("deb1", HOSTILE).get("state").asString()).isEqualTo("UNOWNED");
        assertThat(host("deb1").run("find / -xdev -name canary")).isEmpty();
        assertThat(answer("rpm1", "/nonexistent").get("state").asString()).isEqualTo("NO_FILE");
        assertThat(answer("apk1", "/root/x").get("state").asString()).isEqualTo("HIDDEN");
        assertThat(answer("deb1", "/" + "x/".repeat(2000)).get("state").asString())
                .isEqualTo("NO_FILE");
    }

    @Test
    void everyHostHasALineWhateverBecameOfIt() {
        Ran ran = server.cadastre("owns", "/etc/os-release", "env:qa", "-o", "ndjson");

        assertThat(ran.exit()).isEqualTo(1);
        Map<String, String> states =
                ran.out()
                        .lines()
                        .map(line -> JsonMapper.shared().readTree(line))
                        .collect(
                                Collectors.toMap(
                                        line -> line.get("host").asString(),
                                        line -> line.get("state").asString()));
        assertThat(states)
                .containsEntry("deb1", "OWNED")
                .containsEntry("rpm1", "UNOWNED")
                .containsEntry("gone1", "UNREACHABLE")
                .containsEntry("mad1", "UNREACHABLE")
                .containsEntry("apk1", "UNOWNED");
    }
}
