package dev.cadastre.server.web.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.HostPackage;
import dev.cadastre.server.inventory.KnownPackage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonstatsDocumentTest {

    private static HostPackage item(
            PackageType type, String name, String version, @Nullable String arch) {
        return new HostPackage(
                new KnownPackage(1, type, name, version, arch, null, null, null, null, null, ""),
                Instant.EPOCH);
    }

    private static Map<String, Object> packages(HostPackage... items) {
        return JsonstatsDocument.of(List.of(items), List.of(), null);
    }

    @Test
    void writesVersionsAsThePluginsDo() {
        assertThat(
                        packages(
                                item(PackageType.DEB, "adduser", "3.134", "all"),
                                item(PackageType.RPM, "openssl", "1:3.0.7-27.el9", "x86_64"),
                                item(PackageType.PYPI, "requests", "2.31.0", null)))
                .containsExactly(
                        Map.entry("deb", Map.of("adduser", "3.134")),
                        Map.entry("pip", Map.of("requests", "(2.31.0)")),
                        Map.entry("rpm", Map.of("openssl", "3.0.7-27.el9.x86_64")));
    }

    @Test
    void losesNoneOfSeveralVersions() {
        assertThat(
                        packages(
                                item(PackageType.RPM, "kernel", "5.14.0-1", "x86_64"),
                                item(PackageType.RPM, "kernel", "5.14.0-2", "x86_64"),
                                item(PackageType.PYPI, "pip", "22", null),
                                item(PackageType.PYPI, "pip", "23", null)))
                .containsEntry("rpm", Map.of("kernel", "5.14.0-1.x86_64, 5.14.0-2.x86_64"))
                .containsEntry("pip", Map.of("pip", "(22, 23)"));
    }

    @Test
    void tellsArchitecturesOfOnePackageApart() {
        List<HostPackage> both =
                Stream.of("amd64", "i386")
                        .map(arch -> item(PackageType.DEB, "zlib1g", "1.2", arch))
                        .toList();

        assertThat(JsonstatsDocument.of(both, List.of(), null))
                .containsEntry("deb", Map.of("zlib1g:amd64", "1.2", "zlib1g:i386", "1.2"));
    }

    @Test
    void leavesOutWhatNothingIsKnownOf() {
        assertThat(packages()).isEmpty();
    }
}
