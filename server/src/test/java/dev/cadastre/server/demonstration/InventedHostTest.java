package dev.cadastre.server.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Parsed;
import dev.cadastre.probe.ReportLimits;
import dev.cadastre.probe.ReportParser;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventedHostTest {

    private static final Instant MOMENT = Instant.parse("2026-11-21T09:00:00Z");

    private final Catalogue catalogue = Catalogue.read();

    private static InventedHost host(String name, String environment, String... groups) {
        return new InventedHost(name, environment, List.of(groups));
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian-12", "rocky-9", "centos-7"})
    void reportsWithoutAFlawWhateverItsSystem(String system) {
        InventedHost host = host("a-web-prod-01", "prod", "web", "shop", system);
        List<ImagePackage> installed = host.installed(catalogue, Past.DAYS);

        Parsed parsed =
                ReportParser.parse(
                        InventedReport.of(host, installed, List.of(), MOMENT),
                        ReportLimits.DEFAULT);

        assertThat(parsed).isInstanceOf(Parsed.Complete.class);
        var report = ((Parsed.Complete) parsed).report();
        assertThat(report.hostTime()).isEqualTo(MOMENT);
        assertThat(report.packages()).hasSize(installed.size()).hasSizeGreaterThan(15);
        assertThat(report.daemons()).isNotEmpty();
        assertThat(report.listeners()).isNotEmpty();
        assertThat(report.fact("os.id")).isPresent();
        assertThat(report.runtimes()).isNotEmpty();
        assertThat(report.sections()).allMatch(section -> section.status().complete());
    }

    @Test
    void hasTheUpgradeInDevBeforeItReachesQa() {
        InventedHost dev = host("a-web-dev-01", "dev", "web");
        InventedHost qa = host("a-web-qa-01", "qa", "web");

        assertThat(openssl(dev, 0)).isEqualTo(openssl(qa, 0));
        assertThat(openssl(dev, 20)).isNotEqualTo(openssl(dev, 0));
        assertThat(openssl(qa, 20)).isEqualTo(openssl(qa, 0));
        assertThat(openssl(qa, Past.DAYS)).isEqualTo(openssl(dev, Past.DAYS));
    }

    @Test
    void leavesTheUpgradeHalfRolledOutInProd() {
        List<String> versions =
                IntStream.range(0, 200)
                        .mapToObj(i -> host("a-web-prod-" + i, "prod", "web"))
                        .map(host -> openssl(host, Past.DAYS))
                        .toList();

        assertThat(versions.stream().distinct()).hasSize(2);
        assertThat(versions.stream().filter(versions.getFirst()::equals).count())
                .isBetween(60L, 140L);
    }

    private String openssl(InventedHost host, int day) {
        return host.installed(catalogue, day).stream()
                .filter(item -> item.name().equals("openssl"))
                .map(ImagePackage::version)
                .findFirst()
                .orElseThrow();
    }
}
