package dev.cadastre.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.probe.SectionOutcome.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldSectionsTest {

    private static final List<SectionOutcome> TOLD =
            List.of(
                    outcome("packages-dpkg", Status.COLLECTED, null),
                    outcome("packages-rpm", Status.ABSENT, null),
                    outcome("network", Status.COLLECTED, "one of two"),
                    outcome("plugin:a,b", Status.FAILED, "it ended with 1"),
                    outcome("daemons", Status.ABSENT, "no init is known"));

    @Test
    void areStoredWithoutLoss() {
        ToldSections told = ToldSections.NONE.then(TOLD);

        assertThat(told.collected()).containsExactly("packages-dpkg");
        assertThat(told.absent()).containsExactly("packages-rpm");
        assertThat(ToldSections.of(told.collected(), told.absent(), told.others())).isEqualTo(told);
    }

    @Test
    void goAsTheyDidBeforeWhereTheyAreUnchanged() {
        ToldSections then =
                ToldSections.NONE
                        .then(TOLD)
                        .then(
                                List.of(
                                        outcome("network", Status.UNCHANGED, null),
                                        outcome("packages-apk", Status.UNCHANGED, null)));

        assertThat(then.outcomes())
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        "network",
                                        new ToldSections.Outcome(Status.COLLECTED, "one of two"))));
    }

    private static SectionOutcome outcome(String section, Status status, @Nullable String reason) {
        return new SectionOutcome(
                Section.named(section).orElseThrow(), status, reason, Duration.ZERO);
    }
}
