package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a failure holds up, and how a run goes on after it, as plays. */
class CourseFailuresTest {

    private static final RunSettings USUAL = RunSettings.USUAL;

    @Test
    void beginsNothingNewWhenMoreHostsFailedThanMay() {
        Play play =
                Play.opened("one | two", USUAL.allowing(1).atOnce(3), "a", "b", "c", "d")
                        .play(
                                """
                                opened d -> one@a, one@b, one@c
                                failed a -> one@d
                                failed b ->
                                ok c     ->
                                ok d     -> FAILED
                                """);
        assertThat(play.view().left())
                .extracting(Step::toString)
                .containsExactly(
                        "one on a", "two on a", "one on b", "two on b", "two on c", "two on d");
    }

    @Test
    void goesOnWithTheOthersAsLongAsFailuresAreAllowed() {
        Play.opened("one", USUAL.allowing(1), "a", "b")
                .play(
                        """
                        opened b -> one@a, one@b
                        failed a ->
                        ok b     -> release@b
                        ok b     -> FAILED
                        """);
    }

    @Test
    void stopsWhenSomethingFailsOnThisMachine() {
        Play.opened("one local | two", USUAL.allowing(9), "a")
                .play(
                        """
                        opened a    -> one@here
                        failed here -> FAILED
                        """);
    }

    @Test
    void goesOnAtTheJobThatFailed() {
        Play.opened("one | two | three", USUAL, "a", "b")
                .play(
                        """
                        opened b -> one@a, one@b
                        ok a     -> two@a
                        failed a ->
                        ok b     -> FAILED
                        resume   -> open@a
                        opened a -> two@a, two@b
                        """);
    }

    @Test
    void retriesWhereItFailedAndNowhereElse() {
        Play.opened("one | two", USUAL, "a", "b")
                .play(
                        """
                        opened b -> one@a, one@b
                        failed a ->
                        ok b     -> FAILED
                        retry    -> open@a
                        opened a -> one@a
                        ok a     -> two@a
                        ok a     -> release@a
                        ok a     -> STOPPED
                        resume   -> two@b
                        """);
    }

    @Test
    void opensAHostAgainThatWasLostSoThatWhatWasInFlightIsLookedAt() {
        Play.opened("one | two", USUAL, "a")
                .play(
                        """
                        opened a                    -> one@a
                        lost a                      -> ERROR
                        resume                       -> reach@a
                        ok a                         -> open@a
                        opened a; looked one@a again -> one@a
                        ok a                         -> two@a
                        """);
    }
}
