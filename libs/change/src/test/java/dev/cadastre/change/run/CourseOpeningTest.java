package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import org.junit.jupiter.api.Test;

/** How hosts are connected to and locked, as plays. */
class CourseOpeningTest {

    private static final RunSettings USUAL = RunSettings.USUAL;

    @Test
    void connectsToAllBeforeAnyLockIsTaken() {
        Play.of("open | conf | close", USUAL, "b", "a")
                .play(
                        """
                        start     -> reach@a, reach@b
                        ok b      ->
                        ok a      -> open@a
                        locked a  -> open@b
                        opened b  ->
                        ok a      -> conf@a, conf@b
                        ok a      -> release@a
                        ok b      -> release@b
                        ok a      ->
                        ok b      -> OK
                        """);
    }

    @Test
    void asksForALockOnlyWhenTheOneBeforeItIsHad() {
        Play.of("conf", USUAL, "a", "b", "c")
                .play(
                        """
                        start           -> reach@a, reach@b, reach@c
                        ok a; ok b; ok c -> open@a
                        locked a        -> open@b
                        ok a            ->
                        locked b        -> open@c
                        """);
    }

    @Test
    void givesAllLocksBackOnTheFirstThatIsHeldBySomebodyElse() {
        Play play =
                Play.of("open | conf", USUAL, "a", "b", "c")
                        .play(
                                """
                                start            -> reach@a, reach@b, reach@c
                                ok a; ok b; ok c -> open@a
                                locked a         -> open@b
                                blocked b        ->
                                ok a             -> release@a
                                ok a             -> BLOCKED
                                """);
        assertThat(play.view().lanes().values())
                .allSatisfy(lane -> assertThat(lane.hold().lock()).isEqualTo(Hold.Lock.FREE));
        assertThat(play.view().cell("open", Place.host("b")))
                .extracting(Cell::status)
                .isEqualTo(Status.BLOCKED);
        assertThat(play.view().cell("open", Place.host("a")))
                .extracting(Cell::status)
                .isEqualTo(Status.PENDING);
    }

    @Test
    void opensAgainFromTheBeginningAfterSomebodyElseHadTheLock() {
        Play.of("conf", USUAL, "a", "b")
                .play(
                        """
                        start      -> reach@a, reach@b
                        ok a; ok b -> open@a
                        opened a   -> open@b
                        blocked b  -> release@a
                        ok a       -> BLOCKED
                        resume     -> open@a
                        opened a   -> open@b
                        opened b   -> conf@a, conf@b
                        """);
    }

    @Test
    void doesNothingAnywhereIfWhatAPlanRestsOnHasChangedSomewhere() {
        Play.of("conf", USUAL, "a", "b")
                .play(
                        """
                        start              -> reach@a, reach@b
                        ok a; ok b         -> open@a
                        locked a           -> open@b
                        locked b; refused b -> release@b
                        ok a; ok b         -> release@a
                        ok a               -> FAILED
                        """);
    }

    @Test
    void leavesOutHostsThatAreOutOfReachAsLongAsThatIsAllowed() {
        Play.of("conf", USUAL.allowing(1), "a", "b")
                .play(
                        """
                        start       -> reach@a, reach@b
                        unreached a ->
                        ok b        -> open@b
                        opened b    -> conf@b
                        ok b        -> release@b
                        ok b        -> ERROR
                        """);
    }

    @Test
    void takesNoLockIfMoreAreOutOfReachThanIsAllowed() {
        Play.of("conf", USUAL, "a", "b", "c")
                .play(
                        """
                        start       -> reach@a, reach@b, reach@c
                        ok a        ->
                        unreached b ->
                        ok c        -> ERROR
                        """);
    }

    @Test
    void doesNotConnectToHostsThatNothingIsDoneOn() {
        Play.of("build local", USUAL, "a")
                .play(
                        """
                        start   -> open@here
                        ok here -> build@here
                        ok here -> OK
                        """);
    }

    @Test
    void beginsOnlyWhenASecondPersonHasApproved() {
        Play.of("conf", USUAL.approved(), "a")
                .play(
                        """
                        start   -> ask
                        approve -> reach@a
                        """);
    }
}
