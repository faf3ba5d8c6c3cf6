package dev.cadastre.server.inventory.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.versions.RangeEvent;
import dev.cadastre.versions.VersionScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffectedTest {

    private static Affected of(boolean semver, RangeEvent... events) {
        return new Affected(
                List.of(new Affected.Range(semver, List.of(events))), List.of("listed"));
    }

    @ParameterizedTest
    @CsvSource({
        "3.0.11-1~deb12u1, 3.0.11-1~deb12u2",
        "0, 3.0.11-1~deb12u2",
        "listed, 3.0.11-1~deb12u2"
    })
    void tellsWhereItEnds(String version, String fixed) {
        Affected affected =
                of(false, RangeEvent.introduced("0"), RangeEvent.fixed("3.0.11-1~deb12u2"));

        assertThat(affected.hit(version, VersionScheme.DEB))
                .hasValueSatisfying(hit -> assertThat(hit.fixed()).contains(fixed));
    }

    @Test
    void endsBeforeTheFixAndAfterTheLastOne() {
        Affected fixed = of(false, RangeEvent.introduced("1"), RangeEvent.fixed("2"));
        Affected last = of(false, RangeEvent.introduced("1"), RangeEvent.lastAffected("2"));

        assertThat(fixed.hit("2", VersionScheme.PEP440)).isEmpty();
        assertThat(last.hit("2", VersionScheme.PEP440))
                .hasValueSatisfying(hit -> assertThat(hit.fixed()).isEmpty());
        assertThat(last.hit("2.0.1", VersionScheme.PEP440)).isEmpty();
        assertThat(fixed.hit("0.9", VersionScheme.PEP440)).isEmpty();
    }

    @Test
    void namesTheNearestFixOfSeveralLines() {
        Affected affected =
                of(
                        true,
                        RangeEvent.introduced("1.0.0"),
                        RangeEvent.fixed("1.2.3"),
                        RangeEvent.introduced("2.0.0"),
                        RangeEvent.fixed("2.0.5"));

        assertThat(affected.hit("2.0.1", VersionScheme.SEMVER))
                .hasValueSatisfying(hit -> assertThat(hit.fixed()).contains("2.0.5"));
        assertThat(affected.hit("v1.2.0", VersionScheme.SEMVER))
                .hasValueSatisfying(hit -> assertThat(hit.fixed()).contains("1.2.3"));
        assertThat(affected.hit("1.5.0", VersionScheme.SEMVER)).isEmpty();
    }

    @Test
    void keepsOfTheListedVersionsOnlyThoseInNoRange() {
        Affected affected =
                new Affected(
                        List.of(
                                new Affected.Range(
                                        false,
                                        List.of(
                                                RangeEvent.introduced("0"),
                                                RangeEvent.fixed("2")))),
                        List.of("1.0", "1.5", "3.0"));

        assertThat(affected.shortened(VersionScheme.PEP440).versions()).containsExactly("3.0");
    }
}
