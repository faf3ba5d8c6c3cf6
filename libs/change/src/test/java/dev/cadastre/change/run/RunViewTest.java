package dev.cadastre.change.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is known of a run after what. */
class RunViewTest {

    private static final Place A = Place.host("a");

    private static Play opened(String jobs, String... hosts) {
        return Play.of(jobs, RunSettings.USUAL, hosts).opening(hosts[hosts.length - 1]);
    }

    private static Cell cell(Play play, String job) {
        return Objects.requireNonNull(play.view().cell(job, A));
    }

    private static List<String> words(List<Step> steps) {
        return steps.stream().map(Step::toString).toList();
    }

    @Test
    void hasARowForEachPlaceAndACellForEachJobThatIsDoneThere() {
        RunView view =
                Play.of("open | one | two local | three both", RunSettings.USUAL, "a").view();

        assertThat(view.lanes().keySet()).containsExactly(Place.LOCAL, A);
        assertThat(view.lane(Place.LOCAL).jobs().keySet()).containsExactly("two", "three");
        assertThat(view.lane(A).jobs().keySet()).containsExactly("open", "one", "three");
        assertThat(view.status()).isEqualTo(Status.PENDING);
    }

    @Test
    void tellsWhatWasDoneWhatIsInFlightAndWhatIsLeft() {
        Play play =
                opened("one | two restarts nginx | three", "a", "b")
                        .play(
                                """
                                opened b  -> one@a, one@b
                                changed a -> two@a
                                changed a -> three@a
                                """);

        assertThat(play.view().status()).isEqualTo(Status.RUNNING);
        assertThat(words(play.view().inFlight())).containsExactly("three on a", "one on b");
        assertThat(words(play.view().left()))
                .containsExactly(
                        "three on a",
                        "restarting nginx on a",
                        "one on b",
                        "two on b",
                        "three on b");
        assertThat(cell(play, "one"))
                .extracting(Cell::status, Cell::changed)
                .containsExactly(Status.OK, true);
        assertThat(cell(play, "three").status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void whatWasInFlightIsInDoubtWhenItIsTakenUp() {
        Play play = opened("one", "a").play("opened a -> one@a").play("killed -> STOPPED");

        assertThat(cell(play, "one"))
                .extracting(Cell::status, Cell::doubt, Cell::mayHaveChanged)
                .containsExactly(Status.RUNNING, Cell.Doubt.LOOK, true);
        assertThat(play.view().inFlight()).isEmpty();
        assertThat(play.view().reason())
                .isEqualTo("what ran it ended before it did; bob has taken it up");
    }

    @Test
    void aJobThatMayHaveChangedSomethingBeforeHasChangedItWhenItIsDone() {
        Play play =
                opened("one", "a")
                        .play(
                                """
                                opened a -> one@a
                                failed a -> FAILED
                                """);
        assertThat(cell(play, "one"))
                .extracting(Cell::changed, Cell::mayHaveChanged)
                .containsExactly(false, true);

        play.play(
                """
                resume   -> open@a
                opened a -> one@a
                ok a     -> release@a
                """);
        assertThat(cell(play, "one"))
                .extracting(Cell::changed, Cell::attempts)
                .containsExactly(true, 2);
    }

    @Test
    void aJobThatWasRefusedHasChangedNothing() {
        Play play = opened("one", "a").play("opened a -> one@a").play("refused a -> FAILED");

        assertThat(cell(play, "one").mayHaveChanged()).isFalse();
    }

    @Test
    void whatWasThereBeforeTheFirstAttemptCounts() {
        Cell first = Cell.NEW.started("").ended(before("old"), 5);
        Cell second = first.again().started("").ended(before("half"), 9);

        assertThat(second.before()).containsEntry("value", "old");
        assertThat(second.changedAt()).isEqualTo(9);
    }

    @Test
    void whatIsFoundAfterAnAttemptThatNobodyHeardOfIsNotWhatWasThereBefore() {
        Cell cut = Cell.NEW.started("").interrupted();

        assertThat(cut.toBeDone().started("").ended(before("half"), 9).before()).isEmpty();
        assertThat(cut.notBegun().started("").ended(before("old"), 9).before())
                .containsEntry("value", "old");
        assertThat(Cell.NEW.started("").ended(before("wished").changing(false), 5).before())
                .isEmpty();
    }

    @Test
    void whatTheFirstAttemptFoundCountsAlthoughItIsHeardOfOnlyAfterwards() {
        Cell cut = Cell.NEW.started("").interrupted();
        Cell heard = cut.ended(before("old", Status.FAILED), 7);

        Cell done = heard.again().started("").ended(before("half"), 9);

        assertThat(done.before()).containsEntry("value", "old");
        assertThat(done.changedAt()).isEqualTo(9);
    }

    private static Ending before(String value) {
        return before(value, Status.OK);
    }

    private static Ending before(String value, Status status) {
        return new Ending(
                status,
                true,
                "",
                "",
                Duration.ZERO,
                List.of(),
                List.of(),
                Map.of("value", value),
                "");
    }

    @Test
    void firstFailuresCount() {
        Play play =
                opened("one restarts nginx | two", "a")
                        .play(
                                """
                                opened a  -> one@a
                                changed a -> two@a
                                failed a  -> restart nginx@a
                                failed a  -> FAILED
                                """);

        assertThat(play.view().reason()).startsWith("two on a: FAILED");
    }

    @Test
    void journalsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> RunView.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        RunView view = Play.of("one", RunSettings.USUAL, "a").view();
        RunEntry again = new RunEntry.Begun(World.NOW, view.head());
        assertThatThrownBy(() -> view.after(List.of(again)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run begins once only");
        RunEntry elsewhere = new RunEntry.Locked(World.NOW, Place.host("z"));
        assertThatThrownBy(() -> view.after(List.of(elsewhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the run has nothing to do at z");
        RunEntry other = new RunEntry.Started(World.NOW, new Step(Step.Kind.JOB, "two", A));
        assertThatThrownBy(() -> view.after(List.of(other)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
