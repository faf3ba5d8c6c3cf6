package dev.cadastre.change.run;

import org.junit.jupiter.api.Test;

/** When daemons are restarted for what was changed, as plays. */
class CourseDaemonsTest {

    private static final RunSettings USUAL = RunSettings.USUAL;

    @Test
    void restartsOnceForAllJobsThatAskedForIt() {
        Play.opened("a restarts nginx | b restarts nginx | c reloads sshd", USUAL, "h")
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
        Play.opened("a restarts nginx", USUAL, "h")
                .play(
                        """
                        opened h -> a@h
                        ok h     -> release@h
                        """);
    }

    @Test
    void doesNotReloadWhatIsRestarted() {
        Play.opened("a reloads nginx | b restarts nginx", USUAL, "h")
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
        Play.opened("a restarts nginx | b", USUAL, "h")
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
        Play.opened("a restarts nginx | b", USUAL, "h")
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
        Play.opened("a restarts nginx | b", USUAL, "h")
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
        Play.opened("a restarts nginx | b restarts nginx", USUAL, "h")
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
        Play.opened("a restarts nginx | b", USUAL, "h")
                .play(
                        """
                        opened h  -> a@h
                        changed h -> b@h
                        lost h    -> ERROR
                        """);
    }

    @Test
    void restartsBeforeATestOfWhatWasChanged() {
        Play.opened("a restarts nginx | b | try trial | c restarts nginx", USUAL, "h")
                .play(
                        """
                        opened h  -> a@h
                        changed h -> b@h
                        ok h      -> restart nginx@h
                        ok h      -> try@h
                        ok h      -> c@h
                        ok h      -> release@h
                        """);
    }

    @Test
    void restartsBeforeAWaitAndAgainForWhatChangesAfterIt() {
        Play.opened("a restarts nginx | up wait | b restarts nginx", USUAL, "h")
                .play(
                        """
                        opened h  -> a@h
                        changed h -> restart nginx@h
                        ok h      -> up@h
                        ok h      -> b@h
                        changed h -> restart nginx@h
                        ok h      -> release@h
                        """);
    }

    @Test
    void doesNotTestWhereARestartFailed() {
        Play.opened("a restarts nginx | try trial", USUAL, "h")
                .play(
                        """
                        opened h  -> a@h
                        changed h -> restart nginx@h
                        failed h  -> FAILED
                        resume    -> open@h
                        opened h  -> restart nginx@h
                        ok h      -> try@h
                        ok h      -> release@h
                        """);
    }

    @Test
    void restartsForWhatAPersonWasAskedToChangeOnceItIsSettledBeforeATest() {
        Play.opened("a restarts nginx | try trial", USUAL, "h")
                .play(
                        """
                        opened h         -> a@h
                        lost h           -> ERROR
                        resume           -> reach@h
                        ok h             -> open@h
                        looked a@h unclear; opened h -> ask
                        done a           -> restart nginx@h
                        ok h             -> try@h
                        """);
    }

    @Test
    void testsEverywhereTogetherOnceAllHaveRestarted() {
        Play.opened(
                        "a restarts nginx | try trial | b",
                        USUAL.with(RunSettings.Order.STEP_FIRST),
                        "g",
                        "h")
                .play(
                        """
                        opened h             -> a@g, a@h
                        changed g            ->
                        changed h            -> restart nginx@g, restart nginx@h
                        ok g; ok h           -> try@g, try@h
                        """);
    }

    @Test
    void restartsHostsBeforeATestThatIsMadeHere() {
        Play.opened("a restarts nginx | migrate local | b | try trial local | c", USUAL, "h")
                .play(
                        """
                        opened h  -> a@h
                        changed h -> migrate@here
                        ok here   -> b@h
                        ok h      -> restart nginx@h
                        ok h      -> try@here
                        ok here   -> c@h
                        ok h      -> release@h
                        """);
    }

    @Test
    void restartsTheFirstHostsBeforeTheyAreJudged() {
        Play.opened(
                        "a restarts nginx | migrate local | b",
                        USUAL.with(Strategy.parse("canary 1 pause")),
                        "g",
                        "h")
                .play(
                        """
                        opened h  -> a@g
                        changed g -> restart nginx@g
                        ok g      -> pause, ask
                        resume    -> a@h
                        changed h -> restart nginx@h
                        ok h      -> migrate@here
                        """);
    }

    @Test
    void restartsOnceAfterAllWasUndoneAlthoughThereIsATest() {
        Play.opened("a restarts nginx | try trial | b", USUAL, "h")
                .play(
                        """
                        opened h  -> a@h
                        changed h -> restart nginx@h
                        ok h      -> try@h
                        failed h  -> FAILED
                        undo      -> open@h
                        opened h  -> undo try@h
                        ok h      -> undo a@h
                        changed h -> restart nginx@h
                        ok h      -> release@h
                        """);
    }
}
