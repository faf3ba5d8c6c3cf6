package dev.cadastre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.nio.file.Path;
import java.time.Instant;
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

/** Ten hosts in three environments, of which two change between two collections. */
class TenHostsTest {

    private static final String UPGRADED = "openssl";
    private static final String OLD = "3.0.1-1";
    private static final String NEW = "3.0.99-1";

    private static final Map<String, List<HostSpec>> SPECS =
            Map.of(
                    "dev",
                    List.of(HostSpec.debian("dev1"), HostSpec.busybox("dev2")),
                    "qa",
                    List.of(
                            HostSpec.debian("qa1"),
                            HostSpec.rpm("qa2"),
                            HostSpec.debian("qa3").address("fd00:77::a3"),
                            HostSpec.debian("qa4")),
                    "prod",
                    List.of(
                            HostSpec.debian("prod1"),
                            HostSpec.debian("prod2"),
                            HostSpec.debian("prod3"),
                            HostSpec.debian("prod4")));

    @TempDir private static Path folder;

    private static Lab lab;
    private static RunningServer server;
    private static Instant before;

    @BeforeAll
    static void collectChangeAndCollectAgain() {
        lab = Lab.open(folder);
        Map<String, LabHost> hosts =
                lab.hosts(SPECS.values().stream().flatMap(List::stream).toList()).stream()
                        .collect(Collectors.toMap(LabHost::name, Function.identity()));
        LabHost upgraded = named(hosts, "prod2");
        LabHost extended = named(hosts, "qa3");
        upgraded.installPackage(UPGRADED, OLD);
        server = ServerStart.at(folder.resolve("home")).option("--estate=" + estate(hosts)).ready();
        hosts.keySet().forEach(name -> server.awaitOutcome(name, "COLLECTED"));
        before = Instant.now();

        upgraded.installPackage(UPGRADED, NEW);
        extended.writeFile("/etc/cadastre/facts.d/shop.facts", "release = 1.10\ncopies = 3\n");
        server.cadastre("collect").exited(0);
    }

    private static LabHost named(Map<String, LabHost> hosts, String name) {
        return Objects.requireNonNull(hosts.get(name), name);
    }

    private static Path estate(Map<String, LabHost> hosts) {
        EstateText estate = new EstateText(lab.identity());
        SPECS.forEach((environment, specs) -> {
            estate.environment(environment);
            specs.forEach(spec -> estate.host(named(hosts, spec.name()), environment));
        });
        return estate.write(folder.resolve("estate.ini"));
    }

    @AfterAll
    static void end() {
        server.close();
        lab.close();
    }

    @Test
    void allHostsAreCollectedInTheirEnvironments() {
        Map<String, Long> counts =
                server.items("hosts").stream()
                        .filter(host -> host.at("/outcome/kind").asString().equals("COLLECTED"))
                        .collect(
                                Collectors.groupingBy(
                                        host -> host.get("environment").asString(),
                                        Collectors.counting()));

        assertThat(counts)
                .containsEntry("dev", 2L)
                .containsEntry("qa", 4L)
                .containsEntry("prod", 4L);
    }

    @Test
    void packagesAreThoseOfEachHostsOwnPackageManager() {
        assertThat(types("prod1")).contains("deb").doesNotContain("rpm", "apk");
        assertThat(types("qa2")).contains("rpm").doesNotContain("deb", "apk");
        assertThat(types("dev2")).contains("apk").doesNotContain("deb", "rpm");
    }

    private static List<String> types(String host) {
        return server.items("host", host, "packages").stream()
                .map(item -> item.get("type").asString())
                .distinct()
                .toList();
    }

    @Test
    void theTimelineShowsThoseTwoChangesOnly() {
        List<String> events =
                server.items("timeline", "--limit", "1000").stream()
                        .filter(event -> Instant.parse(event.get("at").asString()).isAfter(before))
                        .filter(event -> SPECS.containsKey(event.get("environment").asString()))
                        .map(event ->
                                event.get("asset").asString() + " " + event.get("kind").asString())
                        .toList();

        assertThat(events)
                .containsExactlyInAnyOrder("host:prod2 packages.changed", "host:qa3 facts.changed");
    }

    @Test
    void historyOfEachHostShowsItsOwnChangeOnly() {
        assertThat(historySince("prod2"))
                .singleElement()
                .asString()
                .contains(UPGRADED)
                .contains(NEW);
        assertThat(historySince("qa3")).singleElement().asString().contains("shop.release");
        assertThat(historySince("prod1")).isEmpty();
    }

    private static List<JsonNode> historySince(String host) {
        return server.items("host", host, "history", "--since", before.toString());
    }

    @Test
    void diffShowsExactlyThoseTwoChanges() {
        JsonNode upgrade = diff("prod2");
        assertThat(upgrade.get("packages")).hasSize(1);
        assertThat(upgrade.get("packages").get(0).get("name").asString()).isEqualTo(UPGRADED);
        assertThat(upgrade.get("packages").get(0).get("from").get(0).asString()).isEqualTo(OLD);
        assertThat(upgrade.get("packages").get(0).get("to").get(0).asString()).isEqualTo(NEW);
        assertThat(upgrade.get("facts")).isEmpty();

        JsonNode plugin = diff("qa3");
        assertThat(plugin.get("packages")).isEmpty();
        assertThat(plugin.get("facts").valueStream().map(fact -> fact.get("name").asString()))
                .containsExactlyInAnyOrder("shop.release", "shop.copies");
        for (String section : List.of("services", "daemons", "runtimes")) {
            assertThat(upgrade.get(section)).as(section).isEmpty();
            assertThat(plugin.get(section)).as(section).isEmpty();
        }
    }

    private static JsonNode diff(String host) {
        return server.cadastre("diff", host + "@" + before, host, "-o", "json").exited(1).json();
    }

    @Test
    void hostsThatDidNotChangeDoNotDiffer() {
        server.cadastre("diff", "prod1@" + before, "prod1").exited(0);
    }

    @Test
    void anEarlierMomentShowsTheOldVersionAndNoPlugin() {
        assertThat(version("--at", before.toString())).containsExactly(OLD);
        assertThat(version()).containsExactly(NEW);
        assertThat(shopFacts("--at", before.toString())).isEmpty();
        assertThat(shopFacts()).containsExactlyInAnyOrder("1.10", "3");
    }

    private static List<String> version(String... when) {
        return items("packages", "prod2", when).stream()
                .filter(item -> item.get("name").asString().equals(UPGRADED))
                .map(item -> item.get("version").asString())
                .toList();
    }

    private static List<String> shopFacts(String... when) {
        return items("facts", "qa3", when).stream()
                .filter(item -> item.get("name").asString().startsWith("shop."))
                .map(item -> item.get("value").asString())
                .toList();
    }

    private static List<JsonNode> items(String aspect, String host, String... when) {
        return when.length == 0
                ? server.items("host", host, aspect)
                : server.items("host", host, aspect, when[0], when[1]);
    }
}
