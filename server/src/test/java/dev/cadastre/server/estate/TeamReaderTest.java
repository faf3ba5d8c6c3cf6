package dev.cadastre.server.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamReaderTest {

    private static final String FILE =
            """
            [DEFAULT]
            domain = example.com
            [team ops]
            email = ops@${domain}
            [team data]
            phone = 1
            """;

    private static EstateReading read(TeamCheck check) {
        return EstateFile.read(
                "estate.ini",
                FILE.getBytes(StandardCharsets.UTF_8),
                Additions.NONE,
                new SectionChecks(RuleQueryCheck.NONE, MonitorCheck.NONE, check),
                MonitorTests.NONE);
    }

    @Test
    void hasAllTeamsCheckedAtOnceWithTheirReferencesSubstituted() {
        read(teams -> {
            assertThat(teams).extracting(Team::name).containsExactly("ops", "data");
            assertThat(teams.iterator().next().contacts())
                    .containsEntry("email", "ops@example.com");
            return List.of();
        });
    }

    @Test
    void tellsWhatIsWrongAtItsLine() {
        EstateReading reading =
                read(teams ->
                        teams.stream()
                                .flatMap(team ->
                                        team.contacts().keySet().stream()
                                                .map(key ->
                                                        new TeamCheck.Fault(
                                                                team, key, key + " is wrong", "?")))
                                .toList());

        assertThat(reading.model()).isNull();
        assertThat(reading.problems())
                .extracting(Problem::line, Problem::code, Problem::message)
                .containsExactly(
                        tuple(4, "estate.bad-contact", "[team ops] email is wrong"),
                        tuple(6, "estate.bad-contact", "[team data] phone is wrong"));
    }
}
