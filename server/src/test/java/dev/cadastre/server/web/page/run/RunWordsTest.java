package dev.cadastre.server.web.page.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.api.run.RunWish;
import dev.cadastre.change.Status;
import dev.cadastre.change.plan.Place;
import dev.cadastre.change.plan.PlannedJob;
import dev.cadastre.change.plan.PlannedPlace;
import dev.cadastre.change.run.Refusal;
import dev.cadastre.change.run.RunEntry;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.server.change.RunPhase;
import dev.cadastre.server.change.running.RunChoice;
import dev.cadastre.server.web.api.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How the pages of runs say things. */
class RunWordsTest {

    private static final String ONE = SampleRun.step(1);

    @ParameterizedTest
    @CsvSource({
        "PENDING,WAITING_FOR_APPROVAL,warn,waits for approval",
        "RUNNING,GOING_ON,going,running",
        "RUNNING,PAUSED,warn,paused",
        "RUNNING,INTERRUPTED,warn,interrupted",
        "RUNNING,HALTED,going,halting",
        "TIMED_OUT,FINISHED,crit,timed out",
        "BLOCKED,FINISHED,warn,blocked",
        "OK,FINISHED,ok,ok"
    })
    void aRunSaysWhatItIsAbout(Status status, RunPhase phase, String mark, String word) {
        assertThat(RunWording.mark(status, phase)).isEqualTo(mark);
        assertThat(RunWording.word(status, phase)).isEqualTo(word);
    }

    @Test
    void settingsAreTold() {
        assertThat(RunWording.settings(RunSettings.USUAL)).isEqualTo("all hosts at once");
        assertThat(
                        RunWording.settings(
                                RunSettings.USUAL
                                        .with(RunSettings.Order.STEP_FIRST)
                                        .allowing(2)
                                        .atOnce(10)
                                        .approved()))
                .isEqualTo(
                        "all hosts at once, a step after the other, 2 hosts may fail, 10 steps at one"
                                + " time, with a second person’s approval");
    }

    @Test
    void longTextsAreCut() {
        String bounded = RunWording.bounded("a".repeat(30_000) + "the end");

        assertThat(bounded).hasSizeLessThan(20_100).endsWith("the end").startsWith("… 10,007");
        assertThat(RunWording.brief("b".repeat(5_000))).hasSizeLessThan(700).endsWith("…");
        assertThat(RunWording.took(Duration.ofMillis(1_260))).isEqualTo("1.3 s");
        assertThat(RunWording.took(Duration.ofMinutes(3))).isEqualTo("3 min");
    }

    @Test
    void theListIsNarrowedByItsAddress() {
        RunFilter filter = new RunFilter("qa", "timed-out", " web1 ", "");

        assertThat(filter.query(null, 5).status()).isEqualTo(Status.TIMED_OUT);
        assertThat(filter.query(9L, 5).host()).isEqualTo("web1");
        assertThat(filter.query(9L, 5).change()).isNull();
        assertThat(filter.ofStatus("")).isEqualTo("/runs?environment=qa&host=web1");
        assertThat(filter.twin())
                .isEqualTo("/api/v1/runs?environment=qa&status=TIMED_OUT&host=web1");
        assertThatThrownBy(() -> new RunFilter("", "broken", "", "").query(null, 5))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void hostsThatFailAlikeAreToldTogether() {
        List<RunTrouble> troubles =
                RunTrouble.of(
                        SampleRun.of(3, 1)
                                .ended("web001", ONE, Status.TIMED_OUT, true, "too long")
                                .ended("web002", ONE, Status.FAILED, false, "no space left")
                                .ended("web003", ONE, Status.FAILED, false, "no space left")
                                .story()
                                .lanes());

        assertThat(troubles)
                .extracting(RunTrouble::status)
                .containsExactly(Status.FAILED, Status.TIMED_OUT);
        assertThat(troubles.getFirst().places()).hasSize(2);
        assertThat(troubles.getFirst().what()).isEqualTo(ONE);
    }

    @Test
    void theStoryTellsWhoAskedForWhatTheNewestFirst() {
        List<RunEntry> entries =
                SampleRun.of(9, 1)
                        .ended("web001", ONE, Status.FAILED, false, "no")
                        .finished(Status.FAILED, "1 host failed")
                        .asked(new RunRequest.Skip(ONE, Place.hosts(List.of("a", "b"))))
                        .asked(new RunRequest.Settle(ONE, Set.of(), false))
                        .asked(new RunRequest.Undo())
                        .entries();

        List<RunTale> tale = RunTale.of(entries);

        assertThat(tale)
                .extracting(RunTale::words)
                .containsExactly(
                        "had it undone",
                        "said that step-01 did not take effect",
                        "skipped step-01 on a, b",
                        "FAILED: 1 host failed");
        assertThat(tale.getFirst().who()).isEqualTo("bob");
        assertThat(tale.getLast().mark()).isEqualTo("crit");
    }

    @Test
    void whatIsNotGrantedIsOfferedWithTheReasonInPlaceOfAButton() {
        RunOffer refused =
                RunOffer.of(
                        new RunChoice(
                                new RunRequest.Undo(),
                                new Refusal("run.going-on", "the run is going on; halt it first")));

        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.refusal()).isEqualTo("The run is going on; halt it first.");
        for (RunRequest request : RunOffer.WHOLE) {
            assertThat(RunOffer.of(new RunChoice(request, null)).isGranted()).isTrue();
        }
        assertThat(RunOffer.of(new RunChoice(new RunRequest.Resume(ONE), null)).isFrom()).isTrue();
    }

    @Test
    void everyWishThatAPageOffersIsOneOfTheApi() {
        assertThat(RunOffer.WHOLE)
                .extracting(request -> RunOffer.of(new RunChoice(request, null)).wish())
                .containsExactly(
                        RunWish.APPROVE,
                        RunWish.RESUME,
                        RunWish.RETRY,
                        RunWish.HALT,
                        RunWish.STOP,
                        RunWish.UNDO,
                        RunWish.RELEASE);
    }

    @Test
    void aRunThatIsBlockedSaysHowToBreakTheLock() {
        SampleRun run = SampleRun.of(1, 1).finished(Status.BLOCKED, "somebody has the lock");

        assertThat(RunNext.of(run.story().run(), run.story().lanes()))
                .singleElement()
                .asString()
                .contains("break the lock", "resume");
    }

    @Test
    void aRunThatWasCarriedOutElsewhereIsSteeredThere() {
        SampleRun run = SampleRun.of(1, 1);
        List<String> failed =
                RunNext.of(
                        run.run(Status.FAILED, RunPhase.FINISHED, "ops@desk"), run.story().lanes());

        assertThat(failed).singleElement().asString().contains("without this server");
        assertThat(
                        RunNext.of(
                                run.run(Status.OK, RunPhase.FINISHED, "ops@desk"),
                                run.story().lanes()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsToldToDoAnythingAboutWhatGoesOn(RunPhase phase) {
        SampleRun run = SampleRun.of(1, 1);
        boolean isLeftAlone = phase == RunPhase.GOING_ON || phase == RunPhase.HALTED;

        assertThat(RunNext.of(run.run(Status.RUNNING, phase), run.story().lanes()).isEmpty())
                .isEqualTo(isLeftAlone);
    }

    @Test
    void aDifferenceIsMarkedLineByLineAndCut() {
        RunDiff diff =
                RunDiff.of("--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n same\n" + "+x\n".repeat(500));

        assertThat(diff.lines())
                .extracting(RunDiff.Line::style)
                .startsWith("about", "about", "about", "was", "now", "same", "now");
        assertThat(diff.lines()).hasSize(400);
        assertThat(diff.omitted()).isEqualTo(106);
    }

    @Test
    void placesWhereAPlanComesToTheSameAreOneGroup() {
        List<PlanGroup> groups =
                PlanGroup.of(
                        List.of(
                                planned("web1", "b1", PlannedJob.Effect.CHANGES),
                                planned("web2", "b2", PlannedJob.Effect.NOTHING),
                                planned("web3", "b3", PlannedJob.Effect.CHANGES),
                                PlannedPlace.unseen(Place.host("web4"), "out of reach")));

        assertThat(groups).extracting(group -> group.places().size()).containsExactly(1, 2, 1);
        assertThat(groups.getFirst().isSeen()).isFalse();
        assertThat(groups.get(1).changing()).isEqualTo(1);
        assertThat(groups.getLast().jobs().getFirst().isNothing()).isTrue();
    }

    private static PlannedPlace planned(String host, String basis, PlannedJob.Effect effect) {
        return PlannedPlace.of(
                Place.host(host),
                List.of(
                        new PlannedJob(
                                ONE, effect, "differs", basis, "s", List.of("a line"), List.of())));
    }
}
