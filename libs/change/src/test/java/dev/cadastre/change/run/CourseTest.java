package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a run does next, as plays: what happens, and what follows from it. */
class CourseTest {

    private static final RunSettings USUAL = RunSettings.USUAL;
    private static final RunSettings STEP_FIRST =
            RunSettings.USUAL.with(RunSettings.Order.STEP_FIRST);

    private static RunSettings strategy(String text) {
        return USUAL.with(Strategy.parse(text));
    }

    /** A run that has the locks of its hosts, of which the last is being opened yet. */
    private static Play opened(String jobs, RunSettings settings, String... hosts) {
        return Play.of(jobs, settings, hosts).opening(hosts[hosts.length - 1]);
    }

    @Nested
    class Opening {

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

    @Nested
    class Order {

        @Test
        void letsEachHostGoOnByItself() {
            opened("one | two", USUAL, "a", "b")
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
            opened("one | two", USUAL.atOnce(1), "a", "b")
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
            opened("one | two", STEP_FIRST, "a", "b")
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
            opened("one | two", STEP_FIRST.atOnce(1), "a", "b")
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
            opened("stop | migrate local | go", USUAL, "a", "b")
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
            opened("fetch both", USUAL, "a")
                    .play(
                            """
                            opened a -> fetch@here
                            ok here  -> fetch@a
                            """);
        }

        @Test
        void closesTheBundleWhereTheChangeSaysSo() {
            opened("conf | test local | close | tell local", USUAL, "a")
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
            opened("open | one | close | two", USUAL, "a")
                    .play(
                            """
                            opened a -> one@a
                            ok a     -> two@a
                            ok a     -> release@a
                            ok a     -> OK
                            """);
        }
    }

    @Nested
    class Strategies {

        @Test
        void letsHostsFollowOneAnother() {
            opened("one | two", strategy("serial 2"), "a", "b", "c")
                    .play(
                            """
                            opened c -> one@a, one@b
                            ok a     -> two@a
                            ok a     -> release@a
                            ok b     -> two@b
                            ok a     ->
                            ok b     -> release@b
                            ok b     -> one@c
                            """);
        }

        @Test
        void letsSharesOfHostsFollowOneAnother() {
            opened("one", strategy("serial 50%"), "a", "b", "c", "d")
                    .play(
                            """
                            opened d   -> one@a, one@b
                            ok a; ok b -> release@a, release@b
                            ok a; ok b -> one@c, one@d
                            """);
        }

        @Test
        void restartsDaemonsOfSomeHostsBeforeTheNextAreBegun() {
            opened("conf restarts nginx", strategy("serial 1"), "a", "b")
                    .play(
                            """
                            opened b  -> conf@a
                            changed a -> restart nginx@a
                            ok a      -> release@a
                            ok a      -> conf@b
                            """);
        }

        @Test
        void pausesWhenTheFirstHostsAreDone() {
            opened("one", strategy("canary 1 pause"), "a", "b", "c")
                    .play(
                            """
                            opened c   -> one@a
                            ok a       -> release@a
                            ok a       -> pause, ask
                            resume     -> one@b, one@c
                            ok b; ok c -> release@b, release@c
                            ok b; ok c -> OK
                            """);
        }

        @Test
        void doesNotPauseForWhatNoOtherHostFollowsIn() {
            opened("one", strategy("canary 2 pause"), "a", "b")
                    .play(
                            """
                            opened b   -> one@a, one@b
                            ok a; ok b -> release@a, release@b
                            ok a; ok b -> OK
                            """);
        }

        @Test
        void goesOnByItselfWhenTheFirstHostsPassed() {
            opened("one | test", strategy("canary 1 test"), "a", "b")
                    .play(
                            """
                            opened b -> one@a
                            ok a     -> test@a
                            ok a     -> release@a
                            ok a     -> one@b
                            """);
        }

        @Test
        void beginsNoOtherHostIfOneOfTheFirstFailedHoweverManyMay() {
            opened("one | test", strategy("canary 1 test").allowing(5), "a", "b")
                    .play(
                            """
                            opened b -> one@a
                            ok a     -> test@a
                            failed a -> FAILED
                            """);
        }

        @Test
        void pausesOnceForEachHalfOfTheChange() {
            opened("stop | migrate local | go | close", strategy("canary 1 pause"), "a", "b")
                    .play(
                            """
                            opened b   -> stop@a
                            ok a       -> pause, ask
                            resume     -> stop@b
                            ok b       -> migrate@here
                            ok here    -> go@a
                            ok a       -> release@a
                            ok a       -> pause, ask
                            resume     -> go@b
                            """);
        }
    }

    @Nested
    class Failures {

        @Test
        void beginsNothingNewWhenMoreHostsFailedThanMay() {
            Play play =
                    opened("one | two", USUAL.allowing(1).atOnce(3), "a", "b", "c", "d")
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
            opened("one", USUAL.allowing(1), "a", "b")
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
            opened("one local | two", USUAL.allowing(9), "a")
                    .play(
                            """
                            opened a    -> one@here
                            failed here -> FAILED
                            """);
        }

        @Test
        void goesOnAtTheJobThatFailed() {
            opened("one | two | three", USUAL, "a", "b")
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
            opened("one | two", USUAL, "a", "b")
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
            opened("one | two", USUAL, "a")
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

    @Nested
    class Daemons {

        @Test
        void restartsOnceForAllJobsThatAskedForIt() {
            opened("a restarts nginx | b restarts nginx | c reloads sshd", USUAL, "h")
                    .play(
                            """
                            opened h  -> a@h
                            changed h -> b@h
                            changed h -> c@h
                            changed h -> restart nginx@h
                            ok h      -> reload sshd@h
                            ok h      -> release@h
                            ok h      -> OK
                            """);
        }

        @Test
        void doesNotRestartForWhatChangedNothing() {
            opened("a restarts nginx", USUAL, "h")
                    .play(
                            """
                            opened h -> a@h
                            ok h     -> release@h
                            """);
        }

        @Test
        void doesNotReloadWhatIsRestarted() {
            opened("a reloads nginx | b restarts nginx", USUAL, "h")
                    .play(
                            """
                            opened h  -> a@h
                            changed h -> b@h
                            changed h -> restart nginx@h
                            ok h      -> release@h
                            """);
        }

        @Test
        void restartsAfterAFailureWhatWasChangedBefore() {
            opened("a restarts nginx | b", USUAL, "h")
                    .play(
                            """
                            opened h  -> a@h
                            changed h -> b@h
                            failed h  -> restart nginx@h
                            ok h      -> FAILED
                            resume    -> open@h
                            opened h  -> b@h
                            ok h      -> release@h
                            """);
        }

        @Test
        void doesNotRestartForAJobThatFailedItself() {
            opened("a restarts nginx | b", USUAL, "h")
                    .play(
                            """
                            opened h -> a@h
                            failed h -> FAILED
                            resume   -> open@h
                            opened h -> a@h
                            ok h     -> b@h
                            ok h     -> restart nginx@h
                            """);
        }

        @Test
        void doesNotTryARestartTwiceThatFailed() {
            opened("a restarts nginx | b", USUAL, "h")
                    .play(
                            """
                            opened h  -> a@h
                            changed h -> b@h
                            failed h  -> restart nginx@h
                            failed h  -> FAILED
                            resume    -> open@h
                            opened h  -> b@h
                            ok h      -> restart nginx@h
                            """);
        }

        @Test
        void restartsAgainOnlyForWhatChangedAfterwards() {
            opened("a restarts nginx | b restarts nginx", USUAL, "h")
                    .play(
                            """
                            opened h  -> a@h
                            changed h -> b@h
                            failed h  -> restart nginx@h
                            ok h      -> FAILED
                            resume    -> open@h
                            opened h  -> b@h
                            changed h -> restart nginx@h
                            ok h      -> release@h
                            """);
        }

        @Test
        void doesNotRestartWhereTheHostWasLost() {
            opened("a restarts nginx | b", USUAL, "h")
                    .play(
                            """
                            opened h  -> a@h
                            changed h -> b@h
                            lost h    -> ERROR
                            """);
        }
    }

    @Nested
    class People {

        @Test
        void haltsAfterWhatRuns() {
            opened("one | two", USUAL, "a", "b")
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
            opened("one", USUAL, "a")
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
            opened("one | two", USUAL, "a")
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
                    opened("one | two", USUAL, "a")
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
            opened("one | two", STEP_FIRST, "a", "b")
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
            opened("one | two | three", USUAL, "a", "b")
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
            opened("one | two", USUAL, "a")
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
                    opened("one | tell note | two", USUAL, "a", "b")
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
                    .containsExactly(
                            new RunView.Question(Place.host("b"), "tell", true, "do tell"));
            play.play("confirm tell -> two@b");
        }

        @Test
        void asksOnceForANoteOfThisMachine() {
            opened("tell note local | one", USUAL, "a", "b")
                    .play(
                            """
                            opened b     -> tell@here, ask
                            confirm tell -> one@a, one@b
                            """);
        }

        @Test
        void givesUpAndReleasesWhatItHolds() {
            opened("one", USUAL, "a", "b")
                    .play(
                            """
                            opened b   -> one@a, one@b
                            failed a   ->
                            ok b       -> FAILED
                            release    -> release@a, release@b
                            ok a; ok b -> STOPPED
                            """);
        }
    }

    @Nested
    class Kills {

        @Test
        void restsUntilItIsResumed() {
            opened("one | two", USUAL, "a")
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
            opened("one", USUAL, "a")
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
            opened("one | two", USUAL, "a", "b")
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
            opened("one", USUAL, "a")
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
            opened("one", USUAL, "a")
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
            opened("one restarts nginx", USUAL, "a")
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
            opened("tell note | one", USUAL, "a")
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
            opened("one", USUAL, "a")
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
            opened("one", USUAL, "a", "b")
                    .play(
                            """
                            opened b       -> one@a, one@b
                            ok a; ok b     -> release@a, release@b
                            ok a           ->
                            killed; resume -> reach@b
                            """);
        }
    }

    @Nested
    class Undoing {

        @Test
        void undoesWhatWasChangedTheLastFirst() {
            opened("one | two | three", USUAL, "a")
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
            opened("one | two", USUAL.allowing(1), "a", "b")
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
            opened("one | two local | three", USUAL, "a")
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
            opened("one restarts nginx", USUAL, "a")
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
            opened("one", strategy("serial 1"), "a", "b")
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
            opened("one byhand", USUAL, "a")
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
            opened("one | two", USUAL, "a")
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
            opened("one", USUAL, "a", "b")
                    .play(
                            """
                            opened b   -> one@a, one@b
                            changed a; ok b -> release@a, release@b
                            ok a; ok b -> OK
                            undo       -> open@a
                            """);
        }
    }
}
