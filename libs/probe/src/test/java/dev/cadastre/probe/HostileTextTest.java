package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that would keep a reader busy for minutes if it looked at anything more than once. */
class HostileTextTest {

    private static final int LONG = 900_000;

    @Test
    void understandsALongSourceOfADebianPackage() {
        String source = "(".repeat(LONG) + " x";
        Report report =
                Corpus.section("packages-dpkg", "|tool\tinstalled\tall\t1.0\t" + source + "\t\t");

        assertThat(report.packages()).extracting(InstalledPackage::source).containsExactly("tool");
    }

    @Test
    void understandsALongNameOfAPythonDistribution() {
        String name = "x" + "-1-py1".repeat(LONG / 6);
        Report report =
                Corpus.section(
                        "packages-python",
                        "+/usr/lib/python3/dist-packages\n|\t\t" + name + "\n|a\t1\tb");

        assertThat(report.packages()).extracting(InstalledPackage::name).containsExactly("a");
    }

    @Test
    void findsAddressesAmongManyRoutes() {
        String addresses =
                IntStream.range(0, 60_000)
                        .mapToObj(i ->
                                "|  |-- 10.%d.%d.9\n|   /32 host LOCAL\n"
                                        .formatted(i >> 8, i & 255))
                        .collect(Collectors.joining());
        String routes =
                IntStream.range(0, 60_000)
                        .mapToObj(i ->
                                "|eth0\t00%02X%02X0A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"
                                        .formatted(i & 255, i >> 8))
                        .collect(Collectors.joining());
        Report report =
                Corpus.section(
                        "network",
                        "+/proc/net/fib_trie\n" + addresses + "+/proc/net/route\n" + routes);

        assertThat(report.fact("interface.eth0.addresses").orElseThrow().text())
                .startsWith("10.0.0.9/24");
        assertThat(report.outcome(Section.of(Section.Kind.NETWORK)).orElseThrow().reason())
                .contains("addresses, only the first 10000");
    }

    @Test
    void findsTheRuntimesOfManyProcesses() {
        String processes =
                IntStream.range(0, 60_000)
                        .mapToObj(i -> "|%d\t0\t-\tnode\t/srv/%d/bin/node\n".formatted(i, i))
                        .collect(Collectors.joining());
        Report report = Corpus.section("runtimes", "+processes\n" + processes);

        assertThat(report.runtimes()).hasSize(50_000);
        assertThat(report.outcome(Section.of(Section.Kind.RUNTIMES)).orElseThrow().reason())
                .contains("Of 60000 processes, only the first 50000");
    }

    @Test
    void leavesOutLongNamesWithEverythingBelowThem() {
        String key = "k".repeat(600);
        String members =
                IntStream.range(0, 50_000)
                        .mapToObj(i -> "\"" + i + "\":1")
                        .collect(Collectors.joining(","));
        Report report =
                Corpus.section(
                        "plugin:shop.json",
                        "|{\"" + key + "\":{" + members + "},\"open\":true,\"list\":[{\"a\":1}]}");

        assertThat(report.facts())
                .extracting(Fact::name)
                .containsExactly("shop.list.0.a", "shop.open");
        assertThat(
                        report.outcome(Section.named("plugin:shop.json").orElseThrow())
                                .orElseThrow()
                                .reason())
                .contains("name is longer");
    }

    @ParameterizedTest
    @CsvSource({
        "Flask_Login-0.6.dist-info, Flask_Login, 0.6",
        "distro-info-1.5.egg-info, distro-info, 1.5",
        "a-1-2.dist-info, a-1, 2",
        "six-1.16.0-py3.8-linux-x86_64.egg-info, six, 1.16.0"
    })
    void readsNameAndVersionFromAFilesName(String file, String name, String version) {
        Report report =
                Corpus.section("packages-python", "+/usr/lib/python3/dist-packages\n|\t\t" + file);

        assertThat(report.packages())
                .extracting(p -> p.name() + " " + p.version())
                .containsExactly(name + " " + version);
    }

    @ParameterizedTest
    @CsvSource({
        "openssl, openssl, 1.0",
        "openssl (3.0.1), openssl, 3.0.1",
        "openssl(3.0.1), openssl, 3.0.1",
        "'', tool, 1.0"
    })
    void readsTheSourceOfADebianPackage(String told, String source, String version) {
        Report report =
                Corpus.section("packages-dpkg", "|tool\tinstalled\tall\t1.0\t" + told + "\t\t");

        assertThat(report.packages())
                .extracting(p -> p.source() + " " + p.sourceVersion())
                .containsExactly(source + " " + version);
    }

    @Test
    void knowsTheRuntimeThatIsNearestToItsProcess() {
        Report report =
                Corpus.section(
                        "runtimes",
                        """
                        +files
                        |/opt/conda/conda-meta/python-3.11.4-h1_0.json
                        |/opt/conda/envs/ml/conda-meta/python-3.9.1-h1_0.json
                        +processes
                        |7	0	-	python	/opt/conda/envs/ml/bin/python3.9\
                        """);

        assertThat(report.runtimes())
                .filteredOn(runtime -> !runtime.usedBy().isEmpty())
                .extracting(InstalledRuntime::path)
                .containsExactly("/opt/conda/envs/ml");
    }
}
