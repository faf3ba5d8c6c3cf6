package dev.cadastre.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.bench.LargeCatalogue.Kind;
import dev.cadastre.parcel.resolution.Catalogue;
import dev.cadastre.parcel.resolution.Preferences;
import dev.cadastre.parcel.resolution.Resolution;
import dev.cadastre.parcel.resolution.Resolver;
import org.junit.jupiter.api.Test;

class LargeCatalogueTest {

    private static final int PARCELS = 100;
    private static final int VERSIONS = 10;

    private static Resolution resolved(Kind kind) {
        Catalogue catalogue = Catalogue.of(LargeCatalogue.of(kind, PARCELS, VERSIONS, 3));
        return (Resolution) Resolver.resolve(catalogue, LargeCatalogue.ROOT, Preferences.NONE);
    }

    private static long newest(Resolution resolution) {
        return resolution.parcels().stream()
                .filter(chosen -> chosen.candidate().version().equals("1.9.0"))
                .count();
    }

    @Test
    void needsAllParcelsInTheirNewestVersionsWhereItIsEasy() {
        Resolution resolution = resolved(Kind.EASY);

        assertThat(resolution.parcels()).hasSize(PARCELS);
        assertThat(newest(resolution)).isEqualTo(PARCELS);
    }

    @Test
    void needsAllParcelsAndSomeInOlderVersionsWhereItIsHard() {
        Resolution resolution = resolved(Kind.HARD);

        assertThat(resolution.parcels()).hasSize(PARCELS);
        assertThat(newest(resolution)).isLessThan(PARCELS);
    }

    @Test
    void isTheSameOfTheSameSeed() {
        assertThat(LargeCatalogue.of(Kind.HARD, PARCELS, VERSIONS, 3))
                .isEqualTo(LargeCatalogue.of(Kind.HARD, PARCELS, VERSIONS, 3))
                .isNotEqualTo(LargeCatalogue.of(Kind.HARD, PARCELS, VERSIONS, 4));
    }
}
