package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.PackageType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackageRowTest {

    private static final PackageRow ROW = row("3.0.1-1", null);

    private static PackageRow row(String version, @Nullable String sourceVersion) {
        return new PackageRow(
                PackageType.DEB,
                "debian",
                "libssl3",
                version,
                "amd64",
                "openssl",
                sourceVersion,
                "D. Éveloper",
                null,
                "");
    }

    /** The dictionary holds digests that earlier versions made. */
    @Test
    void keepsItsDigest() {
        assertThat(ROW.digest())
                .hasToString("cf46f392a3634f5f2f4c26a858ec8fb200614544bee7f8562140e0c6253f8096");
    }

    @Test
    void isAnotherOneWhereOneTextIsAnotherOrMissing() {
        assertThat(row("3.0.1-1", "").digest()).isNotEqualTo(ROW.digest());
        assertThat(row("3.0.1-2", null).digest()).isNotEqualTo(ROW.digest());
        assertThat(row("3.0.1-1", null).digest()).isEqualTo(ROW.digest());
    }
}
