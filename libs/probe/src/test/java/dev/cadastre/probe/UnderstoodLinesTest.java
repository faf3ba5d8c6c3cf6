package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnderstoodLinesTest {

    private static final String TOOL = "|tool\tinstalled\tall\t1.0\t\tD. Veloper\t\n";

    private final UnderstoodLines understood = new UnderstoodLines();

    @Property(tries = 200)
    void whatCameBeforeChangesNothing(@ForAll("lists") List<String> lists) throws IOException {
        for (String lines : lists) {
            assertThat(report("packages-dpkg", lines).packages())
                    .isEqualTo(Corpus.section("packages-dpkg", lines).packages());
            assertThat(report("packages-rpm", lines).packages())
                    .isEqualTo(Corpus.section("packages-rpm", lines).packages());
        }
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.of("a", "b", "installed", "removed", "x (2)", "(none)", "", " ")
                .list()
                .ofMinSize(6)
                .ofMaxSize(8)
                .map(columns -> "|" + String.join("\t", columns) + "\n")
                .list()
                .ofMaxSize(20)
                .map(lines -> String.join("", lines))
                .list()
                .ofSize(3);
    }

    @Test
    void seesALineThatChanged() throws IOException {
        assertThat(report("packages-dpkg", TOOL).packages())
                .extracting(InstalledPackage::version, InstalledPackage::vendor)
                .containsExactly(tuple("1.0", "D. Veloper"));
        assertThat(report("packages-dpkg", TOOL.replace("1.0", "1.1")).packages())
                .extracting(InstalledPackage::version)
                .containsExactly("1.1");
        assertThat(report("packages-dpkg", TOOL.replace("installed", "config-files")).packages())
                .isEmpty();
    }

    @Test
    void tellsTheSameLineOfTwoPackageManagersApart() throws IOException {
        assertThat(report("packages-dpkg", TOOL).packages())
                .extracting(InstalledPackage::type)
                .containsExactly(PackageType.DEB);
        assertThat(report("packages-apk", TOOL).packages())
                .extracting(InstalledPackage::type, tool -> tool.section().name())
                .containsExactly(tuple(PackageType.APK, "packages-apk"));
    }

    @Test
    void sharesWhatHostsHaveInCommon() throws IOException {
        assertThat(report("packages-dpkg", TOOL).packages().get(0))
                .isSameAs(report("packages-dpkg", TOOL).packages().get(0));
    }

    @Test
    void forgetsWhatDidNotComeForLong() throws IOException {
        InstalledPackage first = report("packages-dpkg", TOOL).packages().get(0);

        IntStream.range(0, 60_000)
                .forEach(i ->
                        understood.of(
                                PackageType.DEB,
                                "x" + i,
                                line -> PackageLine.none(PackageType.DEB)));

        assertThat(report("packages-dpkg", TOOL).packages().get(0))
                .isEqualTo(first)
                .isNotSameAs(first);
    }

    @Test
    void remembersNoLongLine() throws IOException {
        String line = TOOL.replace("Veloper", "Veloper".repeat(70));

        assertThat(report("packages-dpkg", line).packages().get(0))
                .isNotSameAs(report("packages-dpkg", line).packages().get(0));
    }

    private Report report(String section, String payload) throws IOException {
        String text =
                "@cadastre-report 1 1700000000\n@section %s\n%s\n@done ok 1 0\n@end\n"
                        .formatted(section, payload);
        return ((Parsed.Complete)
                        ReportParser.parse(
                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                                ReportLimits.DEFAULT,
                                understood))
                .report();
    }
}
