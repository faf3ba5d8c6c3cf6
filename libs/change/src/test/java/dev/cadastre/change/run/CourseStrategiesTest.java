package dev.cadastre.change.run;

import org.junit.jupiter.api.Test;

/** How some hosts go before others, as plays. */
class CourseStrategiesTest {

    @Test
    void letsHostsFollowOneAnother() {
        Play.opened("one | two", RunSettings.USUAL.with(Strategy.parse("serial 2")), "a", "b", "c")
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
        Play.opened("one", RunSettings.USUAL.with(Strategy.parse("serial 50%")), "a", "b", "c", "d")
                .play(
                        """
                        opened d   -> one@a, one@b
                        ok a; ok b -> release@a, release@b
                        ok a; ok b -> one@c, one@d
                        """);
    }

    @Test
    void restartsDaemonsOfSomeHostsBeforeTheNextAreBegun() {
        Play.opened(
                        "conf restarts nginx",
                        RunSettings.USUAL.with(Strategy.parse("serial 1")),
                        "a",
                        "b")
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
        Play.opened("one", RunSettings.USUAL.with(Strategy.parse("canary 1 pause")), "a", "b", "c")
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
        Play.opened("one", RunSettings.USUAL.with(Strategy.parse("canary 2 pause")), "a", "b")
                .play(
                        """
                        opened b   -> one@a, one@b
                        ok a; ok b -> release@a, release@b
                        ok a; ok b -> OK
                        """);
    }

    @Test
    void goesOnByItselfWhenTheFirstHostsPassed() {
        Play.opened("one | test", RunSettings.USUAL.with(Strategy.parse("canary 1 test")), "a", "b")
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
        Play.opened(
                        "one | test",
                        RunSettings.USUAL.with(Strategy.parse("canary 1 test")).allowing(5),
                        "a",
                        "b")
                .play(
                        """
                        opened b -> one@a
                        ok a     -> test@a
                        failed a -> FAILED
                        """);
    }

    @Test
    void pausesOnceForEachHalfOfTheChange() {
        Play.opened(
                        "stop | migrate local | go | close",
                        RunSettings.USUAL.with(Strategy.parse("canary 1 pause")),
                        "a",
                        "b")
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
