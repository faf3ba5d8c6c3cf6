package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.ScriptAnswer;
import dev.cadastre.change.script.ScriptAnswer.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {

    private static ScriptAnswer answer(Kind kind, String code) {
        return new ScriptAnswer(
                kind, code, "so it is", "", List.of(), List.of(), List.of(), Map.of(), "");
    }

    private static String verdict(
            @Nullable ScriptAnswer look, @Nullable Trace trace, int attempts) {
        Verdicts.Known known = Verdicts.of(look, trace, attempts);
        return known instanceof Verdicts.Kept kept
                ? kept.ending().status().name()
                : ((Verdicts.Told) known).verdict().name();
    }

    @ParameterizedTest
    @CsvSource({
        "UNCHANGED,    fine,   AGAIN",
        "WOULD_CHANGE, wish,   AGAIN",
        "WOULD_CHANGE, always, UNCLEAR",
        "REFUSED,      '',     AGAIN",
        "BROKEN,       '',     UNCLEAR",
        "STALE,        '',     UNCLEAR",
        "FAILED,       '',     UNCLEAR"
    })
    void looksTellWhetherAJobIsCalledOnceMore(Kind kind, String code, String verdict) {
        assertThat(verdict(answer(kind, code), null, 1)).isEqualTo(verdict);
        assertThat(verdict(answer(kind, code), null, 2)).isEqualTo(verdict);
    }

    @Test
    void withoutALookAPersonIsAsked() {
        assertThat(verdict(null, null, 1)).isEqualTo("UNCLEAR");
    }

    @ParameterizedTest
    @CsvSource({"1, FAILED", "2, AGAIN"})
    void theHostKnowsHowTheFirstCallEnded(int attempts, String verdict) {
        Trace trace = new Trace.Answered(answer(Kind.FAILED, "command-failed"));

        assertThat(verdict(answer(Kind.UNCHANGED, ""), trace, attempts)).isEqualTo(verdict);
    }

    @Test
    void whatIsAtWorkIsNotBegunOnceMore() {
        Verdicts.Known known = Verdicts.of(answer(Kind.UNCHANGED, ""), new Trace.Running(), 1);

        assertThat(known)
                .isEqualTo(
                        new Verdicts.Told(
                                RunEntry.Verdict.UNCLEAR,
                                "it was cut, and nobody knows whether it took effect: it is still"
                                        + " at work there"));
    }

    @Test
    void whatNeverBeganIsDone() {
        assertThat(verdict(answer(Kind.WOULD_CHANGE, "always"), new Trace.NeverBegun(), 3))
                .isEqualTo("NOT_BEGUN");
    }

    @Test
    void whatWasKeptWithoutAnEndIsLookedAt() {
        Trace trace = new Trace.Answered(answer(Kind.BROKEN, ""));

        assertThat(verdict(answer(Kind.WOULD_CHANGE, "always"), trace, 1)).isEqualTo("UNCLEAR");
    }
}
