package dev.cadastre.server.web.page.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.change.At;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.server.web.api.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunMatrixTest {

    private static final String ONE = SampleRun.step(1);
    private static final String TWO = SampleRun.step(2);

    /** Of three hosts one is done with both steps, one failed in the second, one is in it. */
    private static SampleRun halfway() {
        return SampleRun.of(4, 2)
                .ended("web001", ONE, Status.OK, true, "")
                .ended("web001", TWO, Status.OK, false, "it is so already")
                .ended("web002", ONE, Status.OK, false, "it is so already")
                .ended("web002", TWO, Status.FAILED, false, "no space left")
                .ended("web003", ONE, Status.OK, true, "")
                .started("web003", TWO);
    }

    private static List<String> names(RunMatrix matrix) {
        return matrix.rows().stream().map(row -> row.place().host()).toList();
    }

    @Test
    void hostsThatFailedComeFirstAndAllOthersByName() {
        assertThat(names(halfway().matrix()))
                .containsExactly("web002", "web001", "web003", "web004");
    }

    @Test
    void aCellSaysWhetherAnythingWasChanged() {
        RunMatrix matrix = halfway().matrix();

        assertThat(matrix.rows().getFirst().cells())
                .containsExactly(CellState.UNCHANGED, CellState.FAILED);
        assertThat(matrix.rows().get(1).cells())
                .containsExactly(CellState.CHANGED, CellState.UNCHANGED);
        assertThat(matrix.rows().get(2).cells())
                .containsExactly(CellState.CHANGED, CellState.RUNNING);
        assertThat(matrix.rows().get(3).cells())
                .containsExactly(CellState.PENDING, CellState.PENDING);
    }

    @Test
    void aStepCountsItsPlacesByHowFarTheyAre() {
        RunMatrix.Column second = halfway().matrix().columns().get(1);

        assertThat(second.counts())
                .isEqualTo(
                        Map.of(
                                CellState.FAILED,
                                1,
                                CellState.RUNNING,
                                1,
                                CellState.UNCHANGED,
                                1,
                                CellState.PENDING,
                                1));
        assertThat(second.done()).isEqualTo(1);
        assertThat(second.wrong()).isEqualTo(1);
        assertThat(second.total()).isEqualTo(4);
        assertThat(second.words()).startsWith("1 failed; 1 running; 1 done, and had nothing");
    }

    @Test
    void aStepThatIsNotDoneAtAPlaceHasNoCellThere() {
        SampleRun run =
                SampleRun.of(
                        List.of("web1"),
                        List.of(
                                SampleRun.job("build", At.LOCAL),
                                SampleRun.job("copy", At.REMOTE)));

        RunMatrix matrix = run.matrix();

        assertThat(matrix.rows())
                .extracting(RunMatrix.Row::place)
                .containsExactly(Place.LOCAL, Place.host("web1"));
        assertThat(matrix.rows().getFirst().cells()).containsExactly(CellState.PENDING, null);
        assertThat(matrix.columns().getFirst().total()).isEqualTo(1);
    }

    @Test
    void rowsAreNarrowedAndTheCountsStillTellOfAll() {
        RunMatrix failed = halfway().matrix(MatrixFilter.of(7, "", "failed", 0));
        RunMatrix named = halfway().matrix(MatrixFilter.of(7, "WEB00", "", 2));

        assertThat(names(failed)).containsExactly("web002");
        assertThat(failed.counts())
                .isEqualTo(
                        Map.of(
                                RowState.FAILED,
                                1,
                                RowState.DONE,
                                1,
                                RowState.RUNNING,
                                1,
                                RowState.LEFT,
                                1));
        assertThat(failed.columns().getFirst().total()).isEqualTo(4);
        assertThat(names(named)).containsExactly("web003", "web004");
        assertThat(named.matching()).isEqualTo(4);
        assertThat(halfway().matrix(MatrixFilter.of(7, "db", "", 0)).rows()).isEmpty();
    }

    @Test
    void thousandsOfHostsAreShownPageByPage() {
        SampleRun run = SampleRun.of(RunMatrix.PAGE * 2 + 5, 1);

        RunMatrix first = run.matrix();
        RunMatrix last = run.matrix(MatrixFilter.of(7, "", "", RunMatrix.PAGE * 2));

        assertThat(first.rows()).hasSize(RunMatrix.PAGE);
        assertThat(first.following()).isEqualTo(RunMatrix.PAGE + 5);
        assertThat(first.total()).isEqualTo(RunMatrix.PAGE * 2 + 5);
        assertThat(last.rows()).hasSize(5);
        assertThat(last.following()).isZero();
        assertThat(last.filter().at(0)).isEqualTo("/runs/7");
        assertThat(first.filter().at(RunMatrix.PAGE)).isEqualTo("/runs/7?from=300");
    }

    @Test
    void whatAPersonSkippedIsDealtWith() {
        RunMatrix matrix =
                halfway()
                        .finished(Status.FAILED, "1 host failed")
                        .asked(new RunRequest.Skip(TWO, Set.of(Place.host("web002"))))
                        .matrix();

        assertThat(matrix.columns().get(1).counts()).containsEntry(CellState.SKIPPED, 1);
    }

    @Test
    void anAddressThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> MatrixFilter.of(7, "", "broken", 0))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> MatrixFilter.of(7, "", "", -1))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aHostThatFailedSaysWhyWhereThereIsRoomForIt() {
        SampleRun few = SampleRun.of(2, 3);
        few.ended("web001", SampleRun.step(1), Status.FAILED, false, "no space left on device");
        SampleRun many = SampleRun.of(2, 30);
        many.ended("web001", SampleRun.step(1), Status.FAILED, false, "no space left on device");

        assertThat(few.matrix().rows())
                .extracting(few.matrix()::said)
                .containsExactly("no space left on device", null);
        assertThat(many.matrix().rows()).extracting(many.matrix()::said).containsOnlyNulls();
    }
}
