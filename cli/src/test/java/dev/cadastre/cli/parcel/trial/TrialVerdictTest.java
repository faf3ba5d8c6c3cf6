package dev.cadastre.cli.parcel.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.ini.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialVerdictTest {

    private static final Trial TRIAL = new Trial("tests/a", List.of(), Duration.ofSeconds(7));

    private static String verdict(TrialEnding ending) {
        return TrialVerdict.of(TRIAL, ending).map(Problem::toString).orElse("");
    }

    private static String ended(int status, String output) {
        return verdict(new TrialEnding.Ended(status, output.replace('/', '\n')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | OK",
                "0 | ''",
                "0 | 1..2/ok 1/ok 2 - so",
                "0 | ok 1/not ok 2 # todo later/1..2",
                "0 | 1..0 # skip nothing to test with"
            })
    void isPassed(int status, String output) {
        assertThat(ended(status, output)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | CRITICAL: gone/more | error: it ended with status 2: CRITICAL: gone;",
                "3 | ''                  | error: it ended with status 3: it said nothing;",
                "1 | careful             | warning: it ended with status 1: careful;",
                "0 | 1..2/ok 1/not ok 2 - that | error: it tells: not ok 2 - that;",
                "1 | 1..1/not ok 1       | error: it tells: not ok 1;",
                "0 | 1..3/ok 1           | error: 3 tests were planned, and 1 were run;",
                "4 | 1..1/ok 1           | error: it ended with status 4;",
                "137 | OK                | error: it took longer than 7 s;"
            })
    void isNotPassed(int status, String output, String told) {
        assertThat(ended(status, output))
                .startsWith("tests/a: " + told)
                .endsWith("[parcel.test-failed]");
    }

    @Test
    void whatItSaysCannotMoveTheCursor() {
        assertThat(ended(2, "\u001b[2J" + "x".repeat(1000)))
                .contains("\\x1b[2Jxxx", "x…;")
                .hasSizeLessThan(500);
    }

    @Test
    void tellsWhatWasNotRun() {
        assertThat(verdict(new TrialEnding.NotRun("no root")))
                .startsWith("tests/a: warning: it was not run: no root; ")
                .contains("--on HOST")
                .endsWith("[parcel.test-not-run]");
        assertThat(verdict(new TrialEnding.TookTooLong())).contains("it took longer than 7 s");
    }
}
