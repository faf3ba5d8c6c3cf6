package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnusualPackagesTest {

    private final UnusualPackages unusual = new UnusualPackages();

    @Test
    void areWorthASetOnceAnotherHostHasNearlyTheSame() {
        assertThat(unusual.repeated(range(0, 800))).isFalse();
        assertThat(unusual.repeated(range(5_000, 5_800))).isFalse();

        assertThat(unusual.repeated(range(3, 803))).isTrue();
    }

    @Test
    void areForgottenWhenManyOthersCame() {
        unusual.repeated(range(0, 100));
        IntStream.range(1, 4_001).forEach(i -> unusual.repeated(range(i * 1_000, i * 1_000 + 100)));

        assertThat(unusual.repeated(range(0, 100))).isFalse();
        assertThat(unusual.repeated(range(4_000_000, 4_000_100))).isTrue();
    }

    @Test
    void areForgottenSoonerWhereHostsHaveVeryManyPackages() {
        IntStream.range(0, 41)
                .forEach(i -> unusual.repeated(range(i * 1_000_000, i * 1_000_000 + 100_000)));

        assertThat(unusual.repeated(range(40_000_000, 40_100_000))).isTrue();
        assertThat(unusual.repeated(range(0, 100_000))).isFalse();
    }

    private static PackageIds range(int from, int to) {
        return PackageIds.of(IntStream.range(from, to));
    }
}
