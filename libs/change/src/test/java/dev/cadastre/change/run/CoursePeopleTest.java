package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import org.junit.jupiter.api.Test;

/** What people ask of a run, as plays. */
class CoursePeopleTest {

    private static final RunSettings USUAL = RunSettings.USUAL;
    private static final RunSettings STEP_FIRST =
            RunSettings.USUAL.with(RunSettings.Order.STEP_FIRST);

    @Test
    void haltsAfterWhatRuns() {
        Play.opened("one | two", USUAL, "a", "b")
                .play(
                        """
                        opened b -> one@a, one@b
                        halt     ->
                        ok a     ->
                        ok b     -> STOPPED
                        resume   -> two@a, two@b
                        """);
    }

    @Test
    void isDoneIfWhatRanWhenItWasHaltedWasAllThatWasLeft() {
        Play.opened("one", USUAL, "a")
                .play(
                        """
                        opened a -> one@a
                        ok a     -> release@a
                        halt     ->
                        ok a     -> OK
                        """);
    }

    @Test
    void looksAgainAtWhatWasStopped() {
        Play.opened("one | two", USUAL, "a")
                .play(
                        """
                        opened a                      -> one@a
                        stop                          ->
                        stopped a                     -> STOPPED
                        resume                        -> open@a
                        opened a; looked one@a again -> one@a
                        """);
    }

    @Test
    void skipsAJobThatFailed() {
        Play play =
                Play.opened("one | two", USUAL, "a")
                        .play(
                                """
                                opened a -> one@a
                                failed a -> FAILED
                                skip one; resume -> two@a
                                ok a     -> release@a
                                ok a     -> OK
                                """);
        assertThat(play.view().cell("one", Place.host("a")))
                .extracting(Cell::status, Cell::skipped, Cell::reason)
                .containsExactly(Status.STOPPED, true, "skipped by bob; it was FAILED");
    }

    @Test
    void skipsAJobOnOneHostOnly() {
        Play.opened("one | two", STEP_FIRST, "a", "b")
                .play(
                        """
                        opened b      -> one@a, one@b
                        skip two on a ->
                        ok a          ->
                        ok b          -> two@b
                        """);
    }

    @Test
    void goesOnFromAJobThatIsAskedFor() {
        Play.opened("one | two | three", USUAL, "a", "b")
                .play(
                        """
                        opened b   -> one@a, one@b
                        halt       ->
                        ok a; ok b -> STOPPED
                        from three -> three@a, three@b
                        """);
    }

    @Test
    void doesJobsOnceMoreThatComeAfterTheOneThatIsAskedFor() {
        Play.opened("one | two", USUAL, "a")
                .play(
                        """
                        opened a -> one@a
                        ok a     -> two@a
                        halt     ->
                        ok a     -> STOPPED
                        from one -> one@a
                        ok a     -> two@a
                        """);
    }

    @Test
    void asksForWhatANoteSaysWhileOthersGoOn() {
        Play play =
                Play.opened("one | tell note | two", USUAL, "a", "b")
                        .play(
                                """
                                opened b          -> one@a, one@b
                                ok a              -> tell@a
                                ok b              -> tell@b, ask
                                confirm tell on a -> two@a
                                ok a              -> release@a
                                ok a              -> ask
                                """);
        assertThat(play.view().questions())
                .containsExactly(new RunView.Question(Place.host("b"), "tell", true, "do tell"));
        play.play("confirm tell -> two@b");
    }

    @Test
    void asksOnceForANoteOfThisMachine() {
        Play.opened("tell note local | one", USUAL, "a", "b")
                .play(
                        """
                        opened b     -> tell@here, ask
                        confirm tell -> one@a, one@b
                        """);
    }

    @Test
    void givesUpAndReleasesWhatItHolds() {
        Play.opened("one", USUAL, "a", "b")
                .play(
                        """
                        opened b   -> one@a, one@b
                        failed a   ->
                        ok b       -> FAILED
                        release    -> release@a, release@b
                        ok a; ok b -> FAILED
                        """);
    }
}
