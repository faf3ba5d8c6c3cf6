package dev.cadastre.server.parcels.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.parcels.ParcelProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNeedsTest {

    private static List<String> missing(
            String lines, Map<String, String> facts, Map<String, List<String>> runtimes) {
        HostNeeds needs =
                new HostNeeds(
                        WrittenParcel.of("shop", "[needs]\n" + lines, "").definition().needs());
        DraftHost host = new DraftHost("web1", "10.0.0.1", List.of(), facts, Set.of(), runtimes);
        return needs.missing(host, Map.of(), Set.of()).stream()
                .map(ParcelProblem::message)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory = 1G             | memory.total    | 1073741824 | true",
                "memory = 1G             | memory.total    | 1073741823 | false",
                "memory = 1G             | swap.free       | 1          | true",
                "memory = 1G             | memory.total    | much       | true",
                "disk = 1M /srv/shop     | mount./srv.free | 1048575    | false",
                "disk = 1M /srv/shop     | mount./.free    | 1048575    | false",
                "disk = 1M /srv          | mount./srv2.free| 1          | true",
                "disk = 1M               | mount./.free    | 1048576    | true",
                "arch = amd64            | kernel.arch     | x86_64     | true",
                "arch = x86_64           | kernel.arch     | x86_64     | true",
                "arch = arm64, armhf     | kernel.arch     | x86_64     | false",
                "system = debian         | os.id           | debian     | true",
                "system = debian >= 12   | os.id           | debian     | true",
                "system = ubuntu         | os.id           | debian     | false",
            })
    void comparesWithWhatWasSeen(String line, String fact, String value, boolean isMet) {
        assertThat(missing(line, Map.of(fact, value), Map.of()).isEmpty()).isEqualTo(isMet);
    }

    @ParameterizedTest
    @CsvSource({"12.11, true", "11.9, false", "9, false", "13, true"})
    void knowsVersionsOfSystems(String version, boolean isMet) {
        assertThat(
                        missing(
                                        "system = debian >= 12\n  ubuntu >= 22.04\n",
                                        Map.of("os.id", "debian", "os.version", version),
                                        Map.of())
                                .isEmpty())
                .isEqualTo(isMet);
    }

    @ParameterizedTest
    @CsvSource({"3.9.2, true", "3.10, true", "3.8, false", "2.7, false"})
    void knowsVersionsOfRuntimes(String version, boolean isMet) {
        assertThat(
                        missing(
                                        "runtime = python3 >= 3.9\n",
                                        Map.of(),
                                        Map.of("python3", List.of(version), "java", List.of("1")))
                                .isEmpty())
                .isEqualTo(isMet);
    }
}
