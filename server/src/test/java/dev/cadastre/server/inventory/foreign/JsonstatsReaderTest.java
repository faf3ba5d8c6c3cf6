package dev.cadastre.server.inventory.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.probe.Fact;
import dev.cadastre.probe.FactValue;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.SectionOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonstatsReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static Report told(String document) {
        return switch (read(document)) {
            case JsonstatsReader.Reading.Told(Report report) -> report;
            case JsonstatsReader.Reading.Garbled(String reason) -> throw new AssertionError(reason);
        };
    }

    private static JsonstatsReader.Reading read(String document) {
        return JsonstatsReader.read(document.getBytes(StandardCharsets.UTF_8), NOW);
    }

    @Test
    void readsThePackagesOfTheOriginal() {
        Report report =
                told(
                        """
                        {"deb": {"adduser": "3.134","zlib1g:amd64": "1:1.2.13.dfsg-1"},
                         "pip": {"requests": "(2.31.0)"},
                         "rpm": {"bash": "5.2.26-4.fc40.x86_64", "gpg-pubkey": "a15b79cc-63d04c2c.(none)"},
                         "timestamp": {"date": "2026-11-21 01:32:40.259282"}}
                        """);

        assertThat(report.packages())
                .extracting(
                        item -> item.type().purlType(),
                        InstalledPackage::name,
                        InstalledPackage::version,
                        InstalledPackage::arch)
                .containsExactlyInAnyOrder(
                        tuple("deb", "adduser", "3.134", null),
                        tuple("deb", "zlib1g", "1:1.2.13.dfsg-1", "amd64"),
                        tuple("pypi", "requests", "2.31.0", null),
                        tuple("rpm", "bash", "5.2.26-4.fc40", "x86_64"),
                        tuple("rpm", "gpg-pubkey", "a15b79cc-63d04c2c", null));
        assertThat(report.hostTime()).isEqualTo(NOW);
    }

    @Test
    void tellsAllVersionsThatOurOwnDocumentsName() {
        Report report = told("{\"rpm\": {\"kernel\": \"5.14.0-1.x86_64, 5.14.0-2.x86_64\"}}");

        assertThat(report.packages())
                .extracting(InstalledPackage::version)
                .containsExactly("5.14.0-1", "5.14.0-2");
    }

    @Test
    void takesWhatIsMissingOrEmptyForSilence() {
        Report report = told("{\"deb\": {}, \"pip\": {\"six\": \"(1.16.0)\"}, \"facter\": null}");

        assertThat(report.sections())
                .extracting(outcome -> outcome.section().name(), SectionOutcome::status)
                .containsExactly(tuple("packages-python", SectionOutcome.Status.COLLECTED));
        assertThat(told("{\"deb\": {}}").sections()).isEmpty();
    }

    @Test
    void flattensFactsHoweverTheyAreNested() {
        Report report =
                told(
                        """
                        {"facter": {"hostname": "web1", "os": {"name": "Debian", "release":
                          {"full": "12.5", "major": "12"}}, "kernelrelease": "6.1.0",
                         "networking": {"interfaces": {"eth0": {"bindings": [{"address": "10.0.0.1"}]}}},
                         "system_uptime": {"seconds": 5}, "roles": ["web", "db"], "none": null}}
                        """);

        assertThat(report.facts())
                .extracting(Fact::name, fact -> fact.value().text(), Fact::kind)
                .contains(
                        tuple("os.id", "debian", Fact.Kind.STATE),
                        tuple("os.version", "12.5", Fact.Kind.STATE),
                        tuple("kernel.release", "6.1.0", Fact.Kind.STATE),
                        tuple("facter.roles", "web, db", Fact.Kind.STATE),
                        tuple("facter.system_uptime.seconds", "5", Fact.Kind.MEASURE),
                        tuple(
                                "facter.networking.interfaces.eth0.bindings.0.address",
                                "10.0.0.1",
                                Fact.Kind.STATE));
        assertThat(report.identity().hostname()).isEqualTo("web1");
    }

    @Test
    void cleansTexts() {
        Report report = told("{\"facter\": {\"motd\": \"a\\u0000b\\u202ec\"}}");

        assertThat(report.fact("facter.motd")).contains(new FactValue.Text("a\uFFFDb\uFFFDc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"deb\"",
                "{\"deb\": {",
                "<html>Internal Server Error</html>",
                "{\"timestamp\": {\"date\": \"2026-11-21\"}}",
                "{\"error\": {\"Error\": \"Could not connect to remote service: http://x:8008/\"}}",
                "{\"deb\": {}} {\"deb\": {}}"
            })
    void saysWhatIsNoDocument(String body) {
        assertThat(read(body)).isInstanceOf(JsonstatsReader.Reading.Garbled.class);
    }

    @Test
    void refusesWhatIsTooDeep() {
        String deep = "{\"facter\": " + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}";

        assertThat(read(deep)).isInstanceOf(JsonstatsReader.Reading.Garbled.class);
    }

    @Test
    void passesOverValuesOfAnotherType() {
        Report report =
                told("{\"deb\": {\"a\": 1, \"b\": {\"c\": 2}, \"d\": [\"3\"], \"e\": \"4\"}}");

        assertThat(report.packages()).extracting(InstalledPackage::name).containsExactly("a", "e");
    }
}
