package dev.cadastre.server.monitoring.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.monitoring.CheckPlace;
import dev.cadastre.server.monitoring.MonitorDefinition;
import dev.cadastre.server.monitoring.MonitorKind;
import dev.cadastre.server.monitoring.MonitorProblem;
import dev.cadastre.server.monitoring.TestText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionReaderTest {

    private static final KindRules NO_RULES = (_, _) -> List.of();

    private static Draft draft(String... values) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            all.put(values[i], values[i + 1]);
        }
        return Draft.ofSection(all, null);
    }

    private static MonitorDefinition read(Draft draft) {
        return switch (DefinitionReader.read("disk", draft, NO_RULES)) {
            case Reading.Complete(MonitorDefinition definition) -> definition;
            case Reading.Refused(List<MonitorProblem> problems) ->
                    throw new AssertionError(problems);
        };
    }

    private static List<String> wrong(String name, Draft draft) {
        return switch (DefinitionReader.read(name, draft, NO_RULES)) {
            case Reading.Complete complete -> throw new AssertionError(complete);
            case Reading.Refused(List<MonitorProblem> problems) ->
                    problems.stream().map(MonitorProblem::place).toList();
        };
    }

    @Test
    void understandsASectionOfTheEstateFile() {
        MonitorDefinition disk =
                read(
                        draft(
                                "q", "env:qa",
                                "kind", "plugin",
                                "command", "check_disk -w '10 %' -p /",
                                "interval", "5m",
                                "retries", "0"));

        assertThat(disk.kind()).isEqualTo(MonitorKind.PLUGIN);
        assertThat(disk.command()).containsExactly("check_disk", "-w", "10 %", "-p", "/");
        assertThat(disk.interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(disk.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(disk.retries()).isZero();
        assertThat(disk.retryInterval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(disk.place()).isEqualTo(CheckPlace.SERVER);
        assertThat(disk.availability()).isFalse();
        assertThat(disk.enabled()).isTrue();
    }

    @Test
    void takesAllThatIsNotCommonForSettingsOfTheKind() {
        MonitorDefinition page =
                read(draft("asset", "host:web1", "kind", "HTTP", "url", "http://${address}/"));

        assertThat(page.settings()).containsExactly(Map.entry("url", "http://${address}/"));
        assertThat(page.availability()).isTrue();
    }

    @Test
    void knowsPlugInsThatTellWhetherSomethingWorksAtAll() {
        Draft ping = draft("asset", "host:web1", "kind", "plugin", "command", "check_icmp -H x");
        assertThat(read(ping).availability()).isTrue();
        assertThat(read(draft("availability", "false").over(ping)).availability()).isFalse();
    }

    @Test
    void addsWhatItsTemplateSays() {
        Draft template =
                draft("kind", "plugin", "command", "check_load", "interval", "2m", "retries", "5");

        MonitorDefinition load = read(draft("asset", "host:web1", "interval", "1m").over(template));

        assertThat(load.command()).containsExactly("check_load");
        assertThat(load.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(load.retries()).isEqualTo(5);
    }

    @Test
    void asksAgainForWhatMayBeChanceAlone() {
        Draft host = draft("asset", "host:web1");
        assertThat(read(draft("kind", "ping").over(host)).retries()).isEqualTo(2);
        assertThat(read(draft("kind", "plugin", "command", "check_load").over(host)).retries())
                .isEqualTo(2);
        for (String kind : List.of("passive", "heartbeat", "fact", "rule")) {
            assertThat(read(draft("kind", kind).over(host)).retries()).isZero();
            assertThat(read(draft("kind", kind, "retries", "3").over(host)).retries()).isEqualTo(3);
        }
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(
                        wrong(
                                "no name",
                                draft(
                                        "kind", "plugin",
                                        "command", "../check_disk",
                                        "interval", "0s",
                                        "timeout", "1 day",
                                        "retries", "-1",
                                        "where", "moon",
                                        "availability", "maybe",
                                        "api_token", "x")))
                .containsExactlyInAnyOrder(
                        "name",
                        "asset",
                        "interval",
                        "timeout",
                        "retries",
                        "where",
                        "availability",
                        "command",
                        "api_token");
    }

    @Test
    void refusesAPathAndAnEmptyCommandOnTheServerOnly() {
        assertThat(wrong("x", draft("asset", "host:a", "kind", "plugin")))
                .containsExactly("command");
        assertThat(wrong("x", draft("asset", "host:a", "kind", "plugin", "command", "/bin/sh")))
                .containsExactly("command");
        assertThat(
                        read(draft(
                                        "asset", "host:a",
                                        "kind", "plugin",
                                        "command", "/opt/check",
                                        "where", "host"))
                                .place())
                .isEqualTo(CheckPlace.HOST);
        assertThat(wrong("x", draft("asset", "host:a", "kind", "tcp", "where", "host")))
                .containsExactly("where");
        assertThat(wrong("x", draft("asset", "host:a", "kind", "plugin", "command", "check 'x")))
                .containsExactly("command");
    }

    @Test
    void hasAnAssetForEachHostThatAQueryFinds() {
        assertThat(
                        read(draft(
                                        "q", "service:postgresql",
                                        "asset", "service:5432-tcp@${host}",
                                        "kind", "tcp"))
                                .asset())
                .isEqualTo("service:5432-tcp@${host}");
        assertThat(wrong("x", draft("q", "env:qa", "asset", "host:web1", "kind", "tcp")))
                .containsExactly("asset");
        assertThat(wrong("x", draft("asset", "host:${host}", "kind", "tcp")))
                .containsExactly("asset");
    }

    @Test
    void offersTheKindThatIsSpeltAlike() {
        Reading reading =
                DefinitionReader.read("x", draft("asset", "host:a", "kind", "pligin"), NO_RULES);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().remedy())
                                        .isEqualTo("did you mean plugin?"));
    }

    @Test
    void takesATestForWhatIsMeant() {
        MonitorDefinition test =
                read(new Draft(Map.of("q", "env:qa", "test", "tests/a"), List.of(), "exit ${x}"));

        assertThat(test.kind()).isEqualTo(MonitorKind.TEST);
        assertThat(test.place()).isEqualTo(CheckPlace.HOST);
        assertThat(test.retries()).isEqualTo(2);
        assertThat(test.test()).isEqualTo(TestText.of("tests/a", "exit ${x}"));
    }

    @Test
    void takesATestFromItsTemplateUnlessItHasItsOwn() {
        Draft template = new Draft(Map.of("test", "tests/a"), List.of(), "exit 1");

        assertThat(read(draft("q", "env:qa").over(template)).test())
                .isEqualTo(TestText.of("tests/a", "exit 1"));
        assertThat(
                        read(new Draft(Map.of("q", "x", "test", "b"), List.of(), "exit 2")
                                        .over(template))
                                .test())
                .isEqualTo(TestText.of("b", "exit 2"));
        assertThat(wrong("m", draft("q", "env:qa", "test", "unread").over(template)))
                .containsExactly("test");
    }

    @Test
    void refusesATestThatCannotBeSent() {
        assertThat(wrong("m", draft("q", "env:qa", "kind", "test"))).containsExactly("test");
        for (String text : List.of("", " \n", "a\0b", "#".repeat(TestText.MOST_BYTES + 1))) {
            assertThat(wrong("m", new Draft(Map.of("q", "x", "test", "t"), List.of(), text)))
                    .containsExactly("test");
        }
        Map<String, String> all =
                Map.of("q", "x", "test", "t", "kind", "plugin", "command", "c", "where", "server");
        assertThat(wrong("m", new Draft(all, List.of("check"), "exit 0"))).contains("test");
        assertThat(
                        wrong(
                                "m",
                                new Draft(
                                        Map.of("q", "x", "test", "t", "where", "server"),
                                        List.of("sh"),
                                        "exit 0")))
                .containsExactly("where", "command");
    }
}
