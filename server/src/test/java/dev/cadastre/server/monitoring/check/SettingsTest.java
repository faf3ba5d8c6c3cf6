package dev.cadastre.server.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {

    private final Checks checks = new TestChecks().checks();

    private List<SettingProblem> problems(CheckKind kind, Map<String, String> settings) {
        return checks.of(kind, settings) instanceof Prepared.Refused refused
                ? refused.problems()
                : List.of();
    }

    @Test
    void tellsAllProblemsAtOnceWithWhatToWrite() {
        List<SettingProblem> problems =
                problems(
                        CheckKind.TCP,
                        Map.of("port", "70000", "timeWarning", "5:1", "tiemCritical", "2"));

        assertThat(problems)
                .extracting(SettingProblem::setting)
                .containsExactly("host", "port", "timeWarning", "tiemCritical");
        assertThat(problems)
                .extracting(SettingProblem::remedy)
                .containsExactly(
                        "Write it, such as host = db1.example.com.",
                        "Write a number from 1 to 65535.",
                        "Write the most that is right, or START:END, or START: for no end.",
                        "Did you mean timeCritical?");
    }

    @Test
    void namesAllSettingsIfNoneIsNear() {
        assertThat(problems(CheckKind.SSH, Map.of("host", "h", "colour", "red")))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.remedy())
                                .startsWith("There are host, port, family, version"));
    }

    @Test
    void takesNamesInAnyCaseAndBlankValuesAsNone() {
        assertThat(problems(CheckKind.TCP, Map.of("HOST", "h", "Port", "1", "quit", "  ")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CheckKind.class)
    void knowsAnExampleOfEachSettingThatIsRight(CheckKind kind) {
        for (Setting<?> setting : kind.settings()) {
            String example = setting.example().replace("${address}", "192.0.2.1");
            assertThat(setting.read(example))
                    .as("%s of %s", setting, kind)
                    .isInstanceOf(SettingReading.Read.class);
            assertThat(setting.meaning()).as("%s of %s", setting, kind).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(CheckKind.class)
    void isContentWithDefaultsAndWhatIsRequired(CheckKind kind) {
        Map<String, String> settings = new HashMap<>();
        kind.settings().stream()
                .filter(Setting::isRequired)
                .forEach(setting -> settings.put(setting.name(), setting.example()));
        if (kind == CheckKind.PROMETHEUS) {
            settings.put("metric", "up");
        }
        Map<String, String> all = Checks.withDefaults(kind, settings);
        all.replaceAll((name, text) -> text.replace("${address}", "192.0.2.1"));

        assertThat(problems(kind, all)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CheckKind.class)
    void namesEachSettingOnce(CheckKind kind) {
        assertThat(kind.settings()).extracting(Setting::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, url, ftp://h/",
        "HTTP, url, http://user:pass@h/",
        "HTTP, url, http:///path",
        "HTTP, url, 'http://h/a b'",
        "HTTP, headers, 'Authorization: Bearer x'",
        "HTTP, headers, 'Host: other'",
        "HTTP, headers, nonsense",
        "HTTP, status, 600",
        "HTTP, status, 300-200",
        "HTTP, matches, (",
        "HTTP, matches, '(?=look)'",
        "HTTP, matches, '((a{100}){100}){100}'",
        "HTTP, json, '= 1'",
        "HTTP, json, '/a < many'",
        "HTTP, user, nobody",
        "HTTP, secret, 'my password!'",
        "HTTP, maxBytes, 0",
        "TCP, host, 'a b'",
        "TCP, host, http://h/",
        "TCP, send, 'a\\q'",
        "DNS, name, a..b",
        "DNS, type, any",
        "DNS, exact, perhaps",
        "POSTGRESQL, query, 'COMMIT; DROP TABLE x'",
        "PROMETHEUS, metric, 'up{job=shop}'",
        "PROMETHEUS, metric, 'up{job=~\"(\"}'",
        "PROMETHEUS, query, up",
    })
    void refusesWhatCannotBeMeant(CheckKind kind, String name, String text) {
        Map<String, String> settings = new HashMap<>();
        kind.settings().stream()
                .filter(setting -> setting.isRequired() || setting.name().equals("host"))
                .forEach(setting -> settings.put(setting.name(), setting.example()));
        if (kind == CheckKind.PROMETHEUS) {
            settings.put("metric", "up");
        }
        settings.put(name, text);

        assertThat(problems(kind, settings)).hasSize(1);
    }
}
