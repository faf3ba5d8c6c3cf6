package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.plan.Place;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

    private static final RunSettings USUAL = RunSettings.USUAL;
    private static final Set<Place> A = Set.of(Place.host("a"));

    private static Play opened(String jobs, RunSettings settings) {
        return Play.of(jobs, settings, "a").opening("a");
    }

    private static String code(RunView view, String who, RunRequest request) {
        @Nullable Refusal refusal = RequestRules.refusal(view, who, request);
        return refusal == null ? "granted" : refusal.code();
    }

    private static String code(Play play, RunRequest request) {
        return code(play.view(), "bob", request);
    }

    @Test
    void whoStartedARunDoesNotApproveIt() {
        RunView view = Play.of("one", USUAL.approved(), "a").play("start -> ask").view();

        assertThat(code(view, "alice", new RunRequest.Approve())).isEqualTo("run.second-person");
        assertThat(code(view, "bob", new RunRequest.Approve())).isEqualTo("granted");
        assertThat(code(view, "bob", new RunRequest.Resume(null))).isEqualTo("run.not-approved");
        assertThat(code(opened("one", USUAL), new RunRequest.Approve()))
                .isEqualTo("run.no-approval");
    }

    @Test
    void whatGoesOnIsHaltedBeforeAnythingElse() {
        Play play = opened("one | two", USUAL).play("opened a -> one@a");

        assertThat(code(play, new RunRequest.Resume(null))).isEqualTo("run.going-on");
        assertThat(code(play, new RunRequest.Undo())).isEqualTo("run.going-on");
        assertThat(code(play, new RunRequest.Release())).isEqualTo("run.going-on");
        assertThat(code(play, new RunRequest.Retry())).isEqualTo("run.nothing-failed");
        assertThat(code(play, new RunRequest.Skip("one", Set.of()))).isEqualTo("run.not-asked");
        assertThat(code(play, new RunRequest.Skip("two", Set.of()))).isEqualTo("granted");
        assertThat(code(play, new RunRequest.Halt())).isEqualTo("granted");

        play.play("halt ->");
        assertThat(code(play, new RunRequest.Undo())).isEqualTo("run.going-on");
        assertThat(code(play, new RunRequest.Stop())).isEqualTo("granted");
        assertThat(code(play, new RunRequest.Resume(null))).isEqualTo("granted");

        play.play("changed a -> STOPPED");
        assertThat(code(play, new RunRequest.Undo())).isEqualTo("granted");
        assertThat(code(play, new RunRequest.Release())).isEqualTo("granted");
        assertThat(code(play, new RunRequest.Halt())).isEqualTo("run.at-rest");
    }

    @Test
    void whatIsDoneIsNotResumed() {
        Play play =
                opened("one", USUAL)
                        .play(
                                """
                                opened a -> one@a
                                ok a     -> release@a
                                ok a     -> OK
                                """);

        assertThat(code(play, new RunRequest.Resume(null))).isEqualTo("run.nothing-left");
        assertThat(code(play, new RunRequest.Resume("one"))).isEqualTo("granted");
        assertThat(code(play, new RunRequest.Undo())).isEqualTo("run.nothing-changed");
        assertThat(code(play, new RunRequest.Release())).isEqualTo("run.no-lock");
        assertThat(code(play, new RunRequest.Halt())).isEqualTo("run.at-rest");
    }

    @Test
    void onlyWhatIsAskedIsAnswered() {
        Play play = opened("tell note | one", USUAL).play("opened a -> tell@a, ask");

        assertThat(code(play, new RunRequest.Confirm("one", Set.of()))).isEqualTo("run.not-asked");
        assertThat(code(play, new RunRequest.Confirm("tell", Set.of(Place.host("b")))))
                .isEqualTo("run.not-asked");
        assertThat(code(play, new RunRequest.Settle("tell", A, true))).isEqualTo("run.not-asked");
        assertThat(code(play, new RunRequest.Confirm("tell", A))).isEqualTo("granted");
        assertThat(code(play, new RunRequest.Skip("tell", A))).isEqualTo("granted");
    }

    @Test
    void jobsAreThoseOfTheChangeAndNotTheBundles() {
        Play play =
                opened("open | one", USUAL).play("opened a -> one@a").play("failed a -> FAILED");

        assertThat(code(play, new RunRequest.Skip("other", Set.of()))).isEqualTo("run.no-such-job");
        assertThat(code(play, new RunRequest.Skip("open", Set.of()))).isEqualTo("run.no-such-job");
        assertThat(code(play, new RunRequest.Resume("open"))).isEqualTo("run.no-such-job");
        assertThat(code(play, new RunRequest.Retry())).isEqualTo("granted");
    }

    @Test
    void aRunThatUndoesGoesOnWhereItWas() {
        Play play =
                opened("one", USUAL)
                        .play(
                                """
                                opened a  -> one@a
                                changed a -> release@a
                                ok a      -> OK
                                undo      -> open@a
                                opened a  -> undo one@a
                                failed a  -> FAILED
                                """);

        assertThat(code(play, new RunRequest.Resume("one"))).isEqualTo("run.undoing");
        assertThat(code(play, new RunRequest.Undo())).isEqualTo("run.undoing");
        assertThat(code(play, new RunRequest.Resume(null))).isEqualTo("granted");
        assertThat(code(play, new RunRequest.Skip("one", Set.of()))).isEqualTo("granted");
    }

    @Test
    void whatWasUndoneIsNotUndoneOnceMore() {
        Play play =
                opened("one", USUAL)
                        .play(
                                """
                                opened a  -> one@a
                                changed a -> release@a
                                ok a      -> OK
                                undo      -> open@a
                                opened a  -> undo one@a
                                ok a      -> release@a
                                ok a      -> OK
                                """);

        Refusal refusal = RequestRules.refusal(play.view(), "alice", new RunRequest.Undo());

        assertThat(refusal)
                .extracting(Refusal::reason)
                .isEqualTo("the run has been undone already");
    }

    @Test
    void whatWasGivenUpIsOver() {
        Play play =
                opened("one", USUAL)
                        .play(
                                """
                                opened a -> one@a
                                failed a -> FAILED
                                release  -> release@a
                                ok a     -> FAILED
                                """);

        assertThat(code(play, new RunRequest.Resume(null))).isEqualTo("run.given-up");
        assertThat(code(play, new RunRequest.Retry())).isEqualTo("run.nothing-failed");
        assertThat(code(play, new RunRequest.Undo())).isEqualTo("granted");
    }
}
