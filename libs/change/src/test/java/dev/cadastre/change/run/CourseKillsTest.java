package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.plan.Place;
import org.junit.jupiter.api.Test;

/** How a run goes on whose process was killed, as plays. */
class CourseKillsTest {

    private static final RunSettings USUAL = RunSettings.USUAL;

    @Test
    void restsUntilItIsResumed() {
        Play.opened("one | two", USUAL, "a")
                .play(
                        """
                        opened a                    -> one@a
                        killed                      -> STOPPED
                        resume                       -> reach@a
                        ok a                         -> open@a
                        opened a; looked one@a again -> one@a
                        ok a                         -> two@a
                        """);
    }

    @Test
    void doesAgainWhatDidNotTakeEffect() {
        Play.opened("one", USUAL, "a")
                .play(
                        """
                        opened a                      -> one@a
                        killed; resume                -> reach@a
                        ok a                          -> open@a
                        opened a; looked one@a again -> one@a
                        """);
    }

    @Test
    void asksAPersonWhatNoLookTells() {
        Play.opened("one | two", USUAL, "a", "b")
                .play(
                        """
                        opened b                       -> one@a, one@b
                        ok b                           -> two@b
                        killed; resume                 -> reach@a, reach@b
                        ok a; ok b                     -> open@a, open@b
                        opened a; looked one@a unclear ->
                        opened b; looked two@b again   -> two@b
                        ok b                           -> release@b
                        ok b                           -> ask
                        done one on a                  -> two@a
                        """);
    }

    @Test
    void doesAgainWhatAPersonSaysIsNotDone() {
        Play.opened("one", USUAL, "a")
                .play(
                        """
                        opened a                       -> one@a
                        killed; resume                 -> reach@a
                        ok a                           -> open@a
                        opened a; looked one@a unclear -> ask
                        undone one                     -> one@a
                        """);
    }

    @Test
    void looksOnceMoreIfItIsResumedInsteadOfAnswered() {
        Play.opened("one", USUAL, "a")
                .play(
                        """
                        opened a                       -> one@a
                        killed; resume                 -> reach@a
                        ok a                           -> open@a
                        opened a; looked one@a unclear -> ask
                        resume                         -> open@a
                        """);
    }

    @Test
    void restartsForWhatTookEffectUnseen() {
        Play.opened("one restarts nginx", USUAL, "a")
                .play(
                        """
                        opened a                    -> one@a
                        killed; resume              -> reach@a
                        ok a                        -> open@a
                        opened a; looked one@a again -> one@a
                        ok a                        -> restart nginx@a
                        """);
    }

    @Test
    void keepsANoteAsked() {
        Play.opened("tell note | one", USUAL, "a")
                .play(
                        """
                        opened a       -> tell@a, ask
                        killed; resume -> reach@a
                        ok a           -> open@a
                        opened a       -> ask
                        confirm tell   -> one@a
                        """);
    }

    @Test
    void releasesOnceMoreIfNobodyKnowsWhetherItDid() {
        Play.opened("one", USUAL, "a")
                .play(
                        """
                        opened a       -> one@a
                        ok a           -> release@a
                        killed; resume -> reach@a
                        ok a           -> open@a
                        opened a       -> release@a
                        ok a           -> OK
                        """);
    }

    @Test
    void givesBackALockThatMayHaveBeenTaken() {
        Play.of("one", USUAL, "a")
                .play(
                        """
                        start   -> reach@a
                        ok a    -> open@a
                        killed  -> STOPPED
                        release -> reach@a
                        ok a    -> release@a
                        ok a    -> STOPPED
                        """);
    }

    @Test
    void needsNoResumeIfNothingWasBegun() {
        Play.of("one", USUAL, "a").play("killed -> reach@a");
    }

    @Test
    void takesLocksAgainThatItHeldWithoutWaitingForEach() {
        Play.opened("one", USUAL, "a", "b")
                .play(
                        """
                        opened b       -> one@a, one@b
                        ok a; ok b     -> release@a, release@b
                        ok a           ->
                        killed; resume -> reach@b
                        """);
    }

    @Test
    void looksWhatBecameOfACallThatWasStillAtWorkWhenItWasToBeDoneAgain() {
        Play play =
                Play.opened("one", USUAL, "a")
                        .play(
                                """
                                opened a                       -> one@a
                                killed; resume                 -> reach@a
                                ok a                           -> open@a
                                opened a; looked one@a unclear -> ask
                                undone one                     -> one@a
                                busy a                         -> FAILED
                                resume                         -> open@a
                                """);

        assertThat(play.view().cell("one", Place.host("a")))
                .extracting(Cell::attempts, Cell::mayHaveChanged)
                .containsExactly(1, true);
        play.play("opened a; looked one@a again -> one@a");
    }
}
