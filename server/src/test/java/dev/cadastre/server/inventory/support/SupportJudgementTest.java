package dev.cadastre.server.inventory.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportJudgementTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2025-10-31");
    private final SupportFacts facts = new SupportFacts(List.of(), CheckedInFacts.read());

    private SupportJudgement judge(String product, String version, LocalDate today) {
        return SupportJudgement.of(product, version, today, 30, facts);
    }

    @Test
    void supportsTheLastDayAndNotTheOneAfter() {
        assertThat(judge("python", "3.9.2", LAST_DAY.minusDays(31)).words())
                .isEqualTo("supported until 2025-10-31");
        assertThat(judge("python", "3.9.2", LAST_DAY.minusDays(30)).words())
                .isEqualTo("ends in 30 days, 2025-10-31");
        assertThat(judge("python", "3.9.2", LAST_DAY).status()).isEqualTo(SupportStatus.ENDING);
        assertThat(judge("python", "3.9.2", LAST_DAY.plusDays(1)).words())
                .isEqualTo("ended 2025-10-31");
    }

    @Test
    void tellsOfExtendedSupportAndOfTheSource() {
        SupportJudgement judgement = judge("debian", "12.5", LocalDate.parse("2026-11-21"));

        assertThat(judgement.words())
                .isEqualTo("ended 2026-07-11; extended support until 2028-06-30");
        assertThat(Objects.requireNonNull(judgement.fact()).source()).startsWith("https://");
    }

    @ParameterizedTest
    @CsvSource({
        "python, 3.11.2-6+b1, 3.11",
        "python, 3.1.2, 3.1",
        "eclipse-temurin, 17.0.9+9, 17",
        "nodejs, v18.19.0, 18",
        "postgresql, 15.4-1.pgdg120+1, 15",
        "postgresql, 9.6.24-1, 9.6",
        "mariadb, 1:10.11.6-0+deb12u1, 10.11",
        "alpine-linux, Alpine Linux v3.19, 3.19",
        "ubuntu, Ubuntu 22.04.3 LTS, 22.04",
        "rocky-linux, Rocky Linux 9.3 (Blue Onyx), 9",
        "centos, CentOS release 6.10 (Final), 6"
    })
    void findsTheLineOfAVersion(String product, String version, String cycle) {
        assertThat(judge(product, version, LAST_DAY).cycle()).isEqualTo(cycle);
    }

    @Test
    void knowsWhatJavaCalledItsEighthRelease() {
        assertThat(judge("eclipse-temurin", "1.8.0_392", LAST_DAY).cycle()).isEqualTo("8");
    }

    @Test
    void doesNotGuess() {
        SupportJudgement judgement = judge("python", "4.0.1", LAST_DAY);

        assertThat(judgement.status()).isEqualTo(SupportStatus.UNKNOWN);
        assertThat(judgement.words()).isEqualTo("not known: no fact tells of Python 4.0");
    }

    @Test
    void comesWithFactsThatAreInOrder() {
        List<SupportFact> all = CheckedInFacts.read();
        Set<List<String>> seen = new HashSet<>();

        assertThat(all)
                .hasSizeGreaterThan(150)
                .allSatisfy(fact -> {
                    assertThat(seen.add(List.of(fact.product(), fact.cycle())))
                            .as("%s", fact)
                            .isTrue();
                    assertThat(fact.ends()).as("%s", fact).isAfter(fact.released());
                    if (fact.extendedEnds() != null) {
                        assertThat(fact.extendedEnds()).as("%s", fact).isAfter(fact.ends());
                    }
                });
    }
}
