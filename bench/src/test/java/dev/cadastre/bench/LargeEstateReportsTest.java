package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Parsed;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.ReportLimits;
import dev.cadastre.probe.ReportParser;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.probe.SectionOutcome.Status;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LargeEstateReportsTest {

    private static final int HOSTS = 300;

    private final LargeEstate estate = new LargeEstate(HOSTS, 1);
    private final LargeEstateReports reports = new LargeEstateReports(estate);

    @Test
    void tellsAllPackagesOfAHostAndFailsInNothing() {
        Report report = parsed(reports.whole(7, 0));

        assertThat(report.packages()).hasSize(LargeEstate.PACKAGES);
        assertThat(report.identity().hostname()).isEqualTo(LargeEstate.host(7));
        assertThat(report.sections())
                .allSatisfy(section -> assertThat(section.status().complete()).isTrue());
    }

    @Test
    void leavesOutPackagesByTheStampThatTheyWereToldWith() {
        SectionOutcome whole = packages(parsed(reports.whole(7, 0)));
        SectionOutcome unchanged = packages(parsed(reports.unchanged(7, 1)));

        assertThat(unchanged.status()).isEqualTo(Status.UNCHANGED);
        assertThat(unchanged.stamp()).isEqualTo(Objects.requireNonNull(whole.stamp()));
    }

    @Test
    void changesTwentyPackagesOfOneHostInAHundredEachDay() {
        short[][] before = new short[HOSTS][];
        for (int host = 0; host < HOSTS; host++) {
            before[host] = estate.packages(host).clone();
        }

        int[] changed = estate.passDay();

        assertThat(changed).hasSize(HOSTS / 100).doesNotHaveDuplicates();
        for (int host = 0; host < HOSTS; host++) {
            int different = 0;
            for (int slot = 0; slot < LargeEstate.PACKAGES; slot++) {
                if (before[host][slot] != estate.packages(host)[slot]) {
                    different++;
                }
            }
            int number = host;
            boolean chosen = Arrays.stream(changed).anyMatch(one -> one == number);
            assertThat(different).isEqualTo(chosen ? 20 : 0);
        }
    }

    @Test
    void makesTheSameEstateOfTheSameSeed() {
        assertThat(new LargeEstateReports(new LargeEstate(HOSTS, 1)).whole(11, 3))
                .isEqualTo(reports.whole(11, 3));
        assertThat(new LargeEstateReports(new LargeEstate(HOSTS, 2)).whole(11, 3))
                .isNotEqualTo(reports.whole(11, 3));
    }

    @Test
    void givesHostsOfAnImageMostInCommonAndEachSomethingOfItsOwn() {
        Set<String> different = new HashSet<>();
        for (int host = 0; host < HOSTS; host++) {
            different.add(Arrays.toString(estate.packages(host)));
            assertThat(new HashSet<>(List.of(names(host)))).hasSize(LargeEstate.PACKAGES);
        }

        assertThat(different).hasSize(HOSTS);
    }

    private String[] names(int host) {
        String[] names = new String[LargeEstate.PACKAGES];
        for (int slot = 0; slot < names.length; slot++) {
            names[slot] = LargeEstate.packageName(estate.packages(host)[slot]);
        }
        return names;
    }

    private static SectionOutcome packages(Report report) {
        return report.outcome(Section.of(Section.Kind.PACKAGES_DPKG)).orElseThrow();
    }

    private static Report parsed(byte[] report) {
        String text = new String(report, StandardCharsets.UTF_8);
        return ((Parsed.Complete) ReportParser.parse(text, ReportLimits.DEFAULT)).report();
    }
}
