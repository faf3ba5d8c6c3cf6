package dev.cadastre.change.run;

import org.junit.jupiter.api.Test;

/** How what was changed is undone, as plays. */
class CourseUndoingTest {

    private static final RunSettings USUAL = RunSettings.USUAL;

    @Test
    void undoesWhatWasChangedTheLastFirst() {
        Play.opened("one | two | three", USUAL, "a")
                .play(
                        """
                        opened a  -> one@a
                        changed a -> two@a
                        ok a      -> three@a
                        changed a -> release@a
                        ok a      -> OK
                        undo      -> open@a
                        opened a  -> undo three@a
                        changed a -> undo one@a
                        changed a -> release@a
                        ok a      -> OK
                        """);
    }

    @Test
    void undoesWhatFailedOrWasCut() {
        Play.opened("one | two", USUAL.allowing(1), "a", "b")
                .play(
                        """
                        opened b  -> one@a, one@b
                        changed a -> two@a
                        failed a  ->
                        late b    -> FAILED
                        undo       -> open@a, open@b
                        opened a   ->
                        opened b   -> undo two@a, undo one@b
                        ok a; ok b -> undo one@a, release@b
                        """);
    }

    @Test
    void undoesJobsOfThisMachineAtTheirPlace() {
        Play.opened("one | two local | three", USUAL, "a")
                .play(
                        """
                        opened a     -> one@a
                        changed a    -> two@here
                        changed here -> three@a
                        changed a    -> release@a
                        ok a         -> OK
                        undo         -> open@here, open@a
                        ok here      ->
                        opened a     -> undo three@a
                        ok a         -> undo two@here
                        ok here      -> undo one@a
                        """);
    }

    @Test
    void restartsDaemonsForWhatIsUndone() {
        Play.opened("one restarts nginx", USUAL, "a")
                .play(
                        """
                        opened a  -> one@a
                        changed a -> restart nginx@a
                        ok a      -> release@a
                        ok a      -> OK
                        undo      -> open@a
                        opened a  -> undo one@a
                        changed a -> restart nginx@a
                        ok a      -> release@a
                        ok a      -> OK
                        """);
    }

    @Test
    void undoesHostsAfterOneAnotherAsTheyWereDone() {
        Play.opened("one", RunSettings.USUAL.with(Strategy.parse("serial 1")), "a", "b")
                .play(
                        """
                        opened b  -> one@a
                        changed a -> release@a
                        ok a      -> one@b
                        changed b -> release@b
                        ok b      -> OK
                        undo      -> open@a
                        opened a  -> open@b
                        opened b  -> undo one@a
                        changed a -> release@a
                        ok a      -> undo one@b
                        """);
    }

    @Test
    void asksAPersonWhereUndoingIsAPersons() {
        Play.opened("one byhand", USUAL, "a")
                .play(
                        """
                        opened a    -> one@a
                        changed a   -> release@a
                        ok a        -> OK
                        undo        -> open@a
                        opened a    -> undo one@a, ask
                        confirm one -> release@a
                        """);
    }

    @Test
    void goesOnUndoingWhenItIsResumed() {
        Play.opened("one | two", USUAL, "a")
                .play(
                        """
                        opened a                      -> one@a
                        changed a                     -> two@a
                        changed a                     -> release@a
                        ok a                          -> OK
                        undo                          -> open@a
                        opened a                      -> undo two@a
                        killed; resume                -> reach@a
                        ok a                          -> open@a
                        opened a; looked two@a again  -> undo two@a
                        ok a                          -> undo one@a
                        failed a                      -> FAILED
                        skip one; resume              -> release@a
                        """);
    }

    @Test
    void leavesHostsAloneWhereNothingWasChanged() {
        Play.opened("one", USUAL, "a", "b")
                .play(
                        """
                        opened b   -> one@a, one@b
                        changed a; ok b -> release@a, release@b
                        ok a; ok b -> OK
                        undo       -> open@a
                        """);
    }
}
