package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String SECTION = "packages-dpkg";

    private final Precedence precedence = Precedence.of(NOW.minus(Duration.ofMinutes(15)), NOW);

    private static SectionClaim claim(Source source, Status status, Duration ago) {
        return new SectionClaim(SECTION, source, status, null, NOW.minus(ago));
    }

    private static SectionClaim claim(Source source, Duration ago) {
        return claim(source, Status.COLLECTED, ago);
    }

    private Source believed(SectionClaim... told) {
        return precedence.ordered(List.of(told)).getFirst().source();
    }

    private boolean elsewhere(Source reporting, Status status, SectionClaim... told) {
        TestReport report = new TestReport().section(Section.Kind.PACKAGES_DPKG, status);
        return precedence.elsewhere(reporting, report.build(), List.of(told)).contains(SECTION);
    }

    @Test
    void believesThePushOnceTheProbeIsStale() {
        SectionClaim push = claim(Source.PUSH, Duration.ofMinutes(1));

        assertThat(believed(push, claim(Source.PROBE, Duration.ofMinutes(2))))
                .isEqualTo(Source.PROBE);
        assertThat(believed(push, claim(Source.PROBE, Duration.ofHours(1)))).isEqualTo(Source.PUSH);
        assertThat(
                        elsewhere(
                                Source.PUSH,
                                Status.COLLECTED,
                                claim(Source.PROBE, Duration.ofMinutes(2))))
                .isTrue();
        assertThat(
                        elsewhere(
                                Source.PUSH,
                                Status.COLLECTED,
                                claim(Source.PROBE, Duration.ofHours(1))))
                .isFalse();
    }

    @Test
    void believesAnotherToolOnlyOnceOurOwnSourcesAreSilentForADay() {
        SectionClaim other = claim(Source.JSONSTATS, Duration.ofMinutes(1));

        assertThat(believed(other, claim(Source.PROBE, Duration.ofHours(20))))
                .isEqualTo(Source.PROBE);
        assertThat(believed(other, claim(Source.PROBE, Duration.ofHours(25))))
                .isEqualTo(Source.JSONSTATS);
        assertThat(
                        elsewhere(
                                Source.JSONSTATS,
                                Status.COLLECTED,
                                claim(Source.PROBE, Duration.ofHours(20))))
                .isTrue();
    }

    @Test
    void believesWhatHasSomethingToTellBeforeWhatHasNothing() {
        SectionClaim absent = claim(Source.PROBE, Status.ABSENT, Duration.ofMinutes(1));
        SectionClaim told = claim(Source.IMPORT, Duration.ofHours(3));

        assertThat(believed(absent, told)).isEqualTo(Source.IMPORT);
        assertThat(elsewhere(Source.PROBE, Status.ABSENT, told)).isTrue();
        assertThat(elsewhere(Source.PROBE, Status.COLLECTED, told)).isFalse();
        assertThat(elsewhere(Source.PROBE, Status.ABSENT, claim(Source.IMPORT, Duration.ofDays(2))))
                .isFalse();
    }

    @Test
    void doesNotEndAnAddOnThatAnotherSourceTells() {
        var facter =
                new SectionClaim(
                        "plugin:facter",
                        Source.IMPORT,
                        Status.COLLECTED,
                        null,
                        NOW.minus(Duration.ofDays(9)));

        assertThat(precedence.elsewhere(Source.PROBE, new TestReport().build(), List.of(facter)))
                .containsExactly("plugin:facter");
        assertThat(precedence.elsewhere(Source.IMPORT, new TestReport().build(), List.of(facter)))
                .isEmpty();
    }
}
