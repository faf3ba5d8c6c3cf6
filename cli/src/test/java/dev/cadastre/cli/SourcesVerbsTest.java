package dev.cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.api.Contradiction;
import dev.cadastre.api.Host;
import dev.cadastre.api.ImportReceipt;
import dev.cadastre.api.JsonstatsServer;
import dev.cadastre.api.Lifecycle;
import dev.cadastre.api.Outcome;
import dev.cadastre.api.SectionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several sources tell of hosts. */
class SourcesVerbsTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    private final FakeServer server = new FakeServer();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Terminal terminal() {
        return new Terminal(home).variable("CADASTRE_SERVER", server.url());
    }

    private static SectionSource told(SectionSource.Source source, boolean believed) {
        return new SectionSource(
                "packages-dpkg", source, believed, SectionSource.Status.COLLECTED, null, AT);
    }

    private static Host host() {
        var failing = new Outcome(Outcome.Kind.TIMED_OUT, AT, "It has not answered", "See why", AT);
        return new Host(
                "1",
                "web1",
                "qa",
                List.of(),
                null,
                "Debian",
                null,
                failing,
                AT,
                false,
                1,
                Lifecycle.LIVE,
                Map.of(),
                List.of(
                        told(SectionSource.Source.PROBE, true),
                        told(SectionSource.Source.JSONSTATS, false)),
                List.of(
                        new Contradiction(
                                "packages-dpkg",
                                "deb bash",
                                SectionSource.Source.PROBE,
                                "5.2",
                                SectionSource.Source.JSONSTATS,
                                "5.1",
                                AT)),
                new JsonstatsServer("http://web1:8008/", failing),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void aHostShowsWhoSpeaksForItAndWhereTheyContradictEachOther() {
        server.on("GET /api/v1/hosts/web1", host());

        assertThat(terminal().run("host", "web1").out())
                .contains(
                        "probe (believed in 1 of 1 sections), jsonstats (believed in 0 of 1"
                                + " sections)",
                        "deb bash: 5.2 (probe), 5.1 (jsonstats)",
                        "http://web1:8008/: timed out. It has not answered");
    }

    @Test
    void theSourcesOfAHostAreListedBySection() {
        server.on("GET /api/v1/hosts/web1", host());

        assertThat(terminal().run("host", "web1", "sources", "-o", "csv").out().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("packages-dpkg,jsonstats,false"));
    }

    @Test
    void importSendsFoldersAndNamesWhatWasNotTaken() throws IOException {
        Path folder = Files.createDirectory(home.resolve("facts"));
        Files.writeString(folder.resolve("web1"), "{}");
        Files.createDirectory(folder.resolve("other"));
        server.on(
                "POST /api/v1/imports/ansible",
                new ImportReceipt(
                        2, 1, List.of(new ImportReceipt.Remark("web3", false, "no route"))));

        var outcome = terminal().run("import", "ansible", folder.toString());

        assertThat(server.last().body()).startsWith("PK").contains("facts/web1");
        assertThat(outcome.err()).contains("2 hosts, 1 of them new");
        assertThat(outcome.out()).contains("web3", "no route");
        assertThat(outcome.status()).isEqualTo(1);
    }
}
