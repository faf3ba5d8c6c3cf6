package dev.cadastre.change.run;

import org.junit.jupiter.api.Test;

/** In which order jobs are done, as plays. */
class CourseOrderTest {

    private static final RunSettings USUAL = RunSettings.USUAL;
    private static final RunSettings STEP_FIRST =
            RunSettings.USUAL.with(RunSettings.Order.STEP_FIRST);

    @Test
    void letsEachHostGoOnByItself() {
        Play.opened("one | two", USUAL, "a", "b")
                .play(
                        """
                        opened b -> one@a, one@b
                        ok a     -> two@a
                        ok a     -> release@a
                        ok b     -> two@b
                        """);
    }

    @Test
    void goesOnWithWhatWasBegunBeforeItBeginsMore() {
        Play.opened("one | two", USUAL.atOnce(1), "a", "b")
                .play(
                        """
                        opened b -> one@a
                        ok a     -> two@a
                        ok a     -> release@a
                        ok a     -> one@b
                        ok b     -> two@b
                        """);
    }

    @Test
    void waitsForAllHostsAtEachJobIfThatIsAskedFor() {
        Play.opened("one | two", STEP_FIRST, "a", "b")
                .play(
                        """
                        opened b -> one@a, one@b
                        ok a     ->
                        ok b     -> two@a, two@b
                        ok b     ->
                        ok a     -> release@a, release@b
                        """);
    }

    @Test
    void doesOneJobOnAllHostsBeforeTheNextEvenOneAtATime() {
        Play.opened("one | two", STEP_FIRST.atOnce(1), "a", "b")
                .play(
                        """
                        opened b -> one@a
                        ok a     -> one@b
                        ok b     -> two@a
                        ok a     -> two@b
                        """);
    }

    @Test
    void doesJobsOfThisMachineBetweenThoseBeforeAndThoseAfterThem() {
        Play.opened("stop | migrate local | go", USUAL, "a", "b")
                .play(
                        """
                        opened b -> stop@a, stop@b
                        ok a     ->
                        ok b     -> migrate@here
                        ok here  -> go@a, go@b
                        """);
    }

    @Test
    void doesJobsOfBothHereFirst() {
        Play.opened("fetch both", USUAL, "a")
                .play(
                        """
                        opened a -> fetch@here
                        ok here  -> fetch@a
                        """);
    }

    @Test
    void closesTheBundleWhereTheChangeSaysSo() {
        Play.opened("conf | test local | close | tell local", USUAL, "a")
                .play(
                        """
                        opened a -> conf@a
                        ok a     -> test@here
                        ok here  -> release@a
                        ok a     -> tell@here
                        ok here  -> OK
                        """);
    }

    @Test
    void keepsTheBundleUntilTheEndIfJobsFollowItsClosing() {
        Play.opened("open | one | close | two", USUAL, "a")
                .play(
                        """
                        opened a -> one@a
                        ok a     -> two@a
                        ok a     -> release@a
                        ok a     -> OK
                        """);
    }
}
