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
}
